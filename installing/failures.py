"""Why a set-up cannot go on, in French, read from what pip, venv or apt said in English."""

from __future__ import annotations

import os
import platform
import re
import shutil


class Stop(Exception):  # noqa: N818 - an end, told in one sentence, rather than a fault
    """The set-up cannot go on; the message tells the user why, in French."""


# The first that is found is the cause. A tool that cannot reach its server ends by saying that
# nothing fits, so that what fits nothing comes after what is not reached.
CAUSES = (
    (
        r"Errno 28\]|No space left on device|WinError 112\]|not enough space|enough free space",
        "le disque est plein. Libérez de la place (l’installation prend environ 1 Go)",
    ),
    (
        r"Errno 30\]|Read-only file system",
        "ce dossier est en lecture seule. Copiez-le là où vous pouvez écrire",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|[Cc]ertificate verif",
        (
            "le certificat du serveur n’est pas reconnu, comme derrière un proxy qui filtre. "
            "Demandez à votre service informatique le certificat de ce proxy, et nommez son "
            "fichier dans la variable PIP_CERT"
        ),
    ),
    (
        r"ProxyError|407 Proxy|Proxy Authentication Required",
        (
            "le proxy a refusé la connexion. Son adresse, et votre nom s’il en demande un, se "
            "donnent dans la variable HTTPS_PROXY"
        ),
    ),
    (
        r"Could not get lock|Unable to acquire the dpkg|Unable to lock",
        "une autre installation est en cours sur ce système. Attendez qu’elle finisse",
    ),
    (
        (
            r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|Connection ?Error"
            r"|Temporary failure|Could not resolve|Could not connect|Failed to fetch"
            r"|Network is unreachable|getaddrinfo failed|Cannot initiate the connection"
        ),
        "le serveur des composants ne répond pas. Vérifiez la connexion à Internet",
    ),
    (
        r"WinError (?:5|32)\]",
        (
            "un fichier du dossier « .venv » est en service. Fermez CAP Desktop, et les terminaux "
            "et éditeurs ouverts sur ce dossier"
        ),
    ),
    (
        r"Errno 13\]|Permission denied",
        (
            "ce dossier n’accepte pas d’être écrit par vous. Placez-le dans un dossier à vous, ou "
            "demandez-en le droit"
        ),
    ),
    (
        r"Windows Long Path|Errno 36\]|File name too long|WinError 206\]",
        "le chemin de ce dossier est trop long. Placez-le plus près de la racine du disque",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        (
            "un composant reçu n’est pas celui qui est attendu, et n’a pas été installé. Cela peut "
            "venir d’un proxy qui change les fichiers"
        ),
    ),
    (
        (
            r"No matching distribution found for (?P<name>[\w.-]+)"
            r"|(?P<other>[\w.-]+)-\S+ is not a supported wheel"
        ),
        (
            "le composant {name} n’existe pas pour ce système et ce Python ({system}). Il faut "
            "Python 3.11 à 3.14, en 64 bits, sur Windows 10, macOS 13 ou plus récent, ou un Linux "
            "dont la glibc est au moins la 2.34 (2.39 sur ARM)"
        ),
    ),
    (
        r"Unable to locate package (?P<name>\S+)|(?P<other>[\w.+-]+)'? has no installation",
        "le paquet {name} n’est pas proposé à ce système. Vérifiez les sources de paquets d’apt",
    ),
)


def cause_of(said: str) -> str | None:
    """Return what a failed tool's output means; None where nothing known is in it."""
    for pattern, cause in CAUSES:
        found = re.search(pattern, said)
        if found:
            names = found.groupdict()
            name = names.get("name") or names.get("other") or ""
            return cause.format(name=name, system=_system())
    return None


def explained(what: str, said: str, log: object) -> Stop:
    """Return the end of a set-up: what failed, why where it is known, and where it is told."""
    cause = cause_of(said)
    why = f" : {cause}, puis relancez la même commande." if cause else "."
    return Stop(f"{what} a échoué{why} Le détail, en anglais, est dans « {log} ».")


def typed(command: str) -> str:
    """Return a command of this project as a person types it on this machine."""
    if shutil.which("make"):
        return f"make {command}"
    return f"{'py' if os.name == 'nt' else 'python3'} bootstrap.py {command}"


def _system() -> str:
    libc = " ".join(platform.libc_ver())
    parts = (platform.system(), platform.machine(), libc, f"Python {platform.python_version()}")
    return ", ".join(part for part in parts if part.strip())
