#!/bin/sh
# Installs what Debian or Ubuntu must give: `python` for building, `paper` for the PDFs, `tests` for the tools that tests use.
# Does nothing when everything is there already, so that it also passes on other systems.
set -eu

install() {
	if ! command -v apt-get >/dev/null 2>&1; then
		echo "Missing on this machine: $*. Install it, then run the command again." >&2
		exit 1
	fi
	root=""
	[ "$(id -u)" = 0 ] || root="sudo"
	echo "Installing from the system's packages: $* …"
	$root apt-get update -qq
	DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

case "$1" in
python)
	python="${2:-python3}"
	"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
		echo "Amparo needs Python 3.11 or newer; '$python' is not. Try: make PYTHON=python3.11 site" >&2
		exit 1
	}
	"$python" -c 'import ensurepip, venv' 2>/dev/null || install python3-venv
	;;
paper)
	# The build finishes without them and says what it left out, so a machine that cannot install goes on.
	[ -n "${AMPARO_FONTS:-}" ] || find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" "${HOME:-/}/.fonts" "${HOME:-/}/Library/Fonts" \
		-name NotoSansArabic-Regular.ttf 2>/dev/null | grep -q . || (install fonts-noto-core) || true
	;;
tests)
	missing=""
	for pair in chromium:chromium firefox-esr:firefox-esr w3m:w3m node:nodejs npm:npm pdftotext:poppler-utils odt2txt:odt2txt zbarimg:zbar-tools \
		minisign:minisign openssl:openssl kiwix-serve:kiwix-tools zimcheck:zim-tools epubcheck:epubcheck \
		nginx:nginx-light apache2:apache2 caddy:caddy curl:curl; do
		PATH="$PATH:/usr/sbin" command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
	done
	fc-list 2>/dev/null | grep -qi "noto.*arabic" || missing="$missing fonts-noto-core fontconfig"
	# shellcheck disable=SC2086
	[ -z "$missing" ] || install $missing
	;;
esac
