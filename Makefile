# Thin targets: bootstrap.py does the work, with or without make.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test check demo setup lock bench faults screenshots every-button build audit

help:
	@echo "make run    installer ce qui manque, puis démarrer CAP Desktop"
	@echo "make demo   un exemple complet, sans fenêtre"
	@echo "make test   tout vérifier : style, types, imports, tests"
	@echo "make check  vérifier vite : style, types, imports, tests de ce qui a changé"
	@echo "make bench  mesurer les temps de calcul"
	@echo "make faults couper, tuer, refuser, abîmer des milliers de fois, et compter ce qui est perdu"
	@echo "make screenshots  photographier chaque page"
	@echo "make every-button  presser chaque bouton, lire chaque mot, à chaque taille de texte"
	@echo "make build  fabriquer le programme autonome, dans dist/"
	@echo "make audit  nommer les composants, et leurs vulnérabilités connues"
	@echo "make setup  installer sans rien démarrer"
	@echo "make lock   refaire les fichiers de verrou"
	@echo "Avec un autre Python (3.11 à 3.14) : make run PYTHON=python3.13"

run test check demo setup lock bench faults screenshots every-button build audit:
	@$(PYTHON) bootstrap.py $@
