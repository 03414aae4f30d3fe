#!/bin/sh
# Installs what Debian or Ubuntu must give: `python` for building, `paper` for the PDFs, `audio` for a voice, `tests` for the tools that tests use,
# `packages` for any by name. The first four do nothing when everything is there already, so that they also pass on other systems.
set -eu

OLDEST=3.11.2 # Debian 12's own; README.md names it too, and every pinned library installs there
TRIES=60      # with five seconds between two: another program may hold the package manager for five minutes

say() { echo "$*" >&2; }

# Runs apt-get and waits while another program holds one of its locks. Apt itself can wait for dpkg's only, not for those of its
# lists and its cache, and says nothing meanwhile; so waiting is done here for all of them. What apt said is printed when it failed.
apt_get() {
	tries=0
	until said=$($root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=0 "$@" 2>&1 >/dev/null); do
		tries=$((tries + 1))
		case "$said" in *"Could not get lock"*) ;; *) tries=$TRIES ;; esac
		if [ "$tries" -ge "$TRIES" ]; then
			say "$said"
			return 1
		fi
		[ "$tries" -gt 1 ] || echo "Another program is using the package manager; waiting for it, five minutes at most …"
		sleep 5
	done
}

# The packages among those named that this system does not have.
unknown() {
	for name; do
		apt-cache policy "$name" 2>/dev/null | grep -q "Candidate: [^(]" || printf ' %s' "$name"
	done
}

install() {
	if ! command -v apt-get >/dev/null 2>&1; then
		say "Missing on this machine, which has no apt-get: $*. Install it, then run the command again."
		exit 1
	fi
	root=""
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null 2>&1 || {
			say "Only root may install packages, and there is no sudo here. As root: apt-get install $*; then run the command again."
			exit 1
		}
		root="sudo"
	fi
	echo "Installing from the system's packages: $* …"
	apt_get update || say "The lists of packages could not be renewed; going on with those that are here."
	without=$(unknown "$@")
	if [ -n "$without" ]; then
		say "This system has no package named:$without. The tests are made for Debian 12. Ubuntu has Chromium and Firefox only as snaps, which they cannot drive: run them on Debian, for example in a container."
		exit 1
	fi
	apt_get install -y --no-install-recommends "$@" || {
		say "The packages could not be installed: see what apt-get says above, mend it, then run: ${root:+sudo }apt-get install $*"
		exit 1
	}
}

case "$1" in
packages)
	shift
	install "$@"
	;;
python)
	python="${2:-python3}"
	has=$("$python" -c 'import platform; print(platform.python_version())' 2>/dev/null) || has="missing"
	"$python" -c "import sys; sys.exit(sys.version_info < tuple(map(int, '$OLDEST'.split('.'))))" 2>/dev/null || {
		say "Amparo needs Python $OLDEST or newer, and '$python' is $has. Debian 12 and Ubuntu 24.04 bring one; another is named like this: make PYTHON=/usr/bin/python3.12 site"
		exit 1
	}
	"$python" -c 'import ensurepip, venv' 2>/dev/null ||
		install "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
	;;
paper)
	# The build finishes without them and says what it left out, so a machine that cannot install goes on.
	[ -n "${AMPARO_FONTS:-}" ] || find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" "${HOME:-/}/.fonts" "${HOME:-/}/Library/Fonts" \
		-name NotoSansArabic-Regular.ttf 2>/dev/null | grep -q . || (install fonts-noto-core) || true
	;;
audio)
	# As with paper: a machine that cannot install builds a site whose pages are not heard.
	(command -v espeak-ng && command -v opusenc) >/dev/null 2>&1 || (install espeak-ng opus-tools) || true
	;;
tests)
	missing=""
	for pair in chromium:chromium firefox-esr:firefox-esr w3m:w3m node:nodejs npm:npm pdftotext:poppler-utils odt2txt:odt2txt zbarimg:zbar-tools \
		minisign:minisign openssl:openssl kiwix-serve:kiwix-tools zimcheck:zim-tools epubcheck:epubcheck \
		nginx:nginx-light apache2:apache2 caddy:caddy curl:curl espeak-ng:espeak-ng opusenc:opus-tools busybox:busybox msgcat:gettext; do
		PATH="$PATH:/usr/sbin" command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
	done
	fc-list 2>/dev/null | grep -qi "noto.*arabic" || missing="$missing fonts-noto-core fontconfig"
	# shellcheck disable=SC2086
	[ -z "$missing" ] || install $missing
	;;
esac
