#!/bin/sh
# Checks whether a copy is genuine, whole and how old it is, with sh, awk and openssl 3 or minisign.
#
#   sh verify.sh FOLDER [KEY.pub] [--at-least VERSION] [--today YYYY-MM-DD] [--language es]
#
# Take it from another copy than the one you check. Ends with 0: genuine, 1: not genuine or not checkable, 2: genuine but old.
set -u
LC_ALL_BEFORE="${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}"
LC_ALL=C
export LC_ALL
kit=$(cd "$(dirname "$0")" && pwd -P)
folder="" keys="" at_least=0 today="${TODAY:-$(date +%Y-%m-%d)}" language=$(printf %.2s "$LC_ALL_BEFORE")
tab=$(printf '\t')

while [ $# -gt 0 ]; do
	case "$1" in
	--at-least) at_least=$2; shift ;;
	--today) today=$2; shift ;;
	--language) language=$2; shift ;;
	-h | --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
	*) if [ -d "$1" ] && [ -z "$folder" ]; then folder=$1; else keys=$1; fi ;;
	esac
	shift
done
[ -n "$folder" ] || { if [ -f SHA256SUMS ]; then folder=.; else folder=$(dirname "$kit"); fi; }
[ -n "$keys" ] || keys="$kit/keys"

work=$(mktemp -d "${TMPDIR:-/tmp}/verify.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# A word from the table beside this program, in the reader's language; without the table the code itself.
say() {
	text=""
	[ ! -f "$kit/words.tsv" ] || text=$(awk -F '\t' -v code="$1" -v want="$language" '
		NR == 1 { column = 2; for (i = 2; i <= NF; i++) if ($i == want) column = i }
		$1 == code { print $column; exit }' "$kit/words.tsv")
	printf '%s\n' "${text:-$1}${2:+ $2}"
}

# Ends with the reasons, one "code<tab>detail" a line in $work/reasons.
refuse() {
	[ $# -eq 0 ] || printf '%s\t%s\n' "$1" "${2:-}" >"$work/reasons"
	case "${1:-}" in
	no-key | bad-key | no-tool | not-checked) say not-checked ;;
	*) say not-genuine ;;
	esac
	count=$(wc -l <"$work/reasons" | tr -d ' ')
	head -n 20 "$work/reasons" | while IFS="$tab" read -r code detail; do say "$code" "$detail"; done
	[ "$count" -le 20 ] || say more "$((count - 20))"
	exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }
is_file() { [ -f "$1" ] && [ ! -L "$1" ]; }

# Base64 of one line in its only right spelling, to a file of so many bytes.
decode() {
	if has openssl; then
		printf '%s\n' "$1" | openssl base64 -d -A >"$3" 2>/dev/null || return 1
		[ "$(openssl base64 -A <"$3")" = "$1" ] || return 1
	else
		printf '%s\n' "$1" | base64 -d >"$3" 2>/dev/null || return 1
		[ "$(base64 <"$3" | tr -d '\n')" = "$1" ] || return 1
	fi
	[ "$(wc -c <"$3" | tr -d ' ')" = "$2" ]
}

part() { dd if="$1" of="$4" bs=1 skip="$2" count="$3" 2>/dev/null; }
# The eight bytes of a key's id, as people write it.
key_id() { part "$1" 2 8 "$work/id"; od -An -v -tx1 "$work/id" | tr -d ' \n' | tr a-f A-F | sed 's/\(..\)\(..\)\(..\)\(..\)\(..\)\(..\)\(..\)\(..\)/\8\7\6\5\4\3\2\1/'; }

is_file "$folder/SHA256SUMS" || refuse no-list
is_file "$folder/SHA256SUMS.minisig" || refuse no-signature
# Nothing may change between the check of the signature and the check of the files: work on copies.
cp "$folder/SHA256SUMS" "$work/list"
cp "$folder/SHA256SUMS.minisig" "$work/signature"

# The signature: four lines, each exactly as it is written
[ "$(wc -l <"$work/signature" | tr -d ' ')" = 4 ] && [ "$(tail -c 1 "$work/signature" | od -An -tx1 | tr -d ' ')" = 0a ] || refuse bad-signature-file
[ "$(tr -d '\n -~' <"$work/signature" | wc -c | tr -d ' ')" = 0 ] || refuse bad-signature-file
line1=$(sed -n 1p "$work/signature") line2=$(sed -n 2p "$work/signature") line3=$(sed -n 3p "$work/signature") line4=$(sed -n 4p "$work/signature")
[ "$line1" = "untrusted comment: signature of SHA256SUMS" ] || refuse bad-signature-file
case "$line3" in "trusted comment: "*) comment=${line3#trusted comment: } ;; *) refuse bad-signature-file ;; esac
decode "$line2" 74 "$work/first" && decode "$line4" 64 "$work/second" || refuse bad-signature-file
[ "$(head -c 2 "$work/first")" = Ed ] || refuse bad-signature-file
signer=$(key_id "$work/first")

# The key
if [ -d "$keys" ]; then set -- "$keys"/*.pub; else set -- "$keys"; fi
found=""
for key in "$@"; do
	[ -f "$key" ] || refuse no-key
	decode "$(sed -n 2p "$key" | tr -d '\r')" 42 "$work/key" && [ "$(head -c 2 "$work/key")" = Ed ] || refuse bad-key "$(basename "$key")"
	[ "$(key_id "$work/key")" != "$signer" ] || { found=$key; cp "$work/key" "$work/right-key"; }
done
[ -n "$found" ] || refuse other-key "$signer"

# Both signatures: openssl checks the list and the signed line one by one, minisign both at once
part "$work/first" 10 64 "$work/signed"
{ cat "$work/signed"; printf %s "$comment"; } >"$work/line"
part "$work/right-key" 10 32 "$work/raw"
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'; cat "$work/raw"; } >"$work/der"
by_openssl() { openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/der" -rawin -in "$1" -sigfile "$2" >/dev/null 2>&1; }
if has openssl && openssl pkeyutl -help 2>&1 | grep -q rawin; then
	by_openssl "$work/list" "$work/signed" || refuse bad-signature
	by_openssl "$work/line" "$work/second" || refuse bad-comment
elif has minisign; then
	minisign -Vqm "$work/list" -x "$work/signature" -p "$found" >/dev/null 2>&1 || refuse bad-signature
else
	refuse no-tool "openssl 3, minisign"
fi
printf '%s\n' "$comment" | grep -Eq '^v=[1-9][0-9]{0,8} date=[0-9]{4}-[0-9]{2}-[0-9]{2} expires=[0-9]{4}-[0-9]{2}-[0-9]{2} key=[0-9A-F]{16}$' || refuse bad-comment
[ "${comment##* key=}" = "$signer" ] || refuse bad-comment
version=${comment#v=} version=${version%% *}
day=${comment#* date=} day=${day%% *}
expires=${comment#* expires=} expires=${expires%% *}

# The list: sorted, plain names, no name twice, none that differs only in small and capital letters
grep -Evq '^[0-9a-f]{64}  ([A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*$' "$work/list" && refuse bad-list
[ -s "$work/list" ] && [ "$(tail -c 1 "$work/list" | od -An -tx1 | tr -d ' ')" = 0a ] || refuse bad-list
cut -c 67- "$work/list" >"$work/names"
sort -cu "$work/names" 2>/dev/null || refuse bad-list
[ -z "$(tr A-Z a-z <"$work/names" | sort | uniq -d | head -n 1)" ] || refuse bad-list
grep -Eq '^SHA256SUMS(\.minisig)?$' "$work/names" && refuse bad-list

# The files: what is there, and its hashes
if has sha256sum; then sum="sha256sum"; elif has shasum; then sum="shasum -a 256"; else sum="openssl dgst -sha256 -r"; fi
(
	cd "$folder" || exit 1
	find . ! -type d ! -type f >"$work/special"
	find . -type f >"$work/found"
) || refuse not-checked "$folder"
{
	sed "s/^/not-a-file$tab/" "$work/special"
	# A name with a line break falls into pieces here; the second piece has no ./ before it.
	grep -Ev '^\./([A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*$' "$work/found" | sed "s/^/unlisted$tab/"
} >"$work/reasons"
grep -E '^\./([A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*$' "$work/found" |
	grep -Ev '^\./SHA256SUMS(\.minisig)?$' | sort >"$work/there"
(cd "$folder" && xargs $sum <"$work/there") 2>/dev/null >"$work/sums"
awk -v OFS="$tab" '
	FILENAME == ARGV[1] { listed[substr($0, 67)] = $1; next }
	{ name = $2; sub(/^\*/, "", name); sub(/^\.\//, "", name) }
	FILENAME == ARGV[2] { name = $0; sub(/^\.\//, "", name); there[name] = 1; if (!(name in listed)) print "unlisted", name; next }
	{ if (name in listed && listed[name] == $1) right[name] = 1 }
	END { for (name in listed) if (!(name in there)) print "missing", name; else if (!(name in right)) print "changed", name }
' "$work/list" "$work/there" "$work/sums" | sort >>"$work/reasons"
if [ ! -s "$work/reasons" ]; then
	for line in "\"version\": $version," "\"date\": \"$day\"," "\"expires\": \"$expires\","; do
		grep -Fqx "  $line" "$folder/release.json" 2>/dev/null || { printf 'release-differs\trelease.json\n' >"$work/reasons"; }
	done
fi
[ "$version" -ge "$at_least" ] || printf 'too-old\t%s\n' "$version" >>"$work/reasons"
[ ! -s "$work/reasons" ] || refuse

# The release phrase: six made-up words and 24 digits from the list without the files that show them
grep -Ev '  (release\.json|([a-z-]+/)?release\.html|kit/changes\.[a-z.]+)$' "$work/list" >"$work/kept"
hash=$(cd "$work" && $sum kept | cut -c 1-64)
phrase=$(printf '%s\n' "$hash" | awk '
	function value(text,  n, i) { n = 0; for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1; return n }
	function sound(list, n, size, base) { return substr(list, int(n / base) % size + 1, 1) }
	{
		c = "bdfghjklmnprstvz"; v = "aiou"
		for (i = 0; i < 6; i++) {
			n = value(substr($0, 4 * i + 1, 4))
			words = words (i ? " " : "") sound(c, n, 16, 4096) sound(v, n, 4, 1024) sound(c, n, 16, 64) sound(v, n, 4, 16) sound(c, n, 16, 1)
			digits = digits (i ? " " : "") sprintf("%04d", value(substr($0, 4 * i + 25, 4)) % 10000)
		}
		print words "/" digits
	}')

is_old=$(printf '%s\n%s\n' "$expires" "$today" | sort | head -n 1)
if [ "$is_old" = "$expires" ] && [ "$expires" != "$today" ]; then result=2 word=expired; else result=0 word=genuine; fi
say "$word"
say version "$version"
say date "$day"
say expires "$expires"
say key "$signer"
say phrase "${phrase%/*}"
say digits "${phrase#*/}"
[ "$(cd "$folder" && pwd -P)" != "$(dirname "$kit")" ] || say own-tool
exit $result
