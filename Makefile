# Thin targets: bootstrap.py does the work, with or without make.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test demo setup lock bench screenshots

help:
	@echo "make run    installer ce qui manque, puis démarrer CAP Desktop"
	@echo "make test   tout vérifier : style, types, imports, tests"
	@echo "make demo   un exemple complet, sans fenêtre"
	@echo "make bench  mesurer les temps de calcul"
	@echo "make screenshots  photographier chaque page"
	@echo "make setup  installer sans rien démarrer"
	@echo "make lock   refaire les fichiers de verrou"

run test demo setup lock bench screenshots:
	@$(PYTHON) bootstrap.py $@
