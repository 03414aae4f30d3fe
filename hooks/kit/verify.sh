#!/bin/sh
# Checks whether a copy is genuine, whole and how old it is, with sh, awk and openssl 3 or minisign.
#
#   sh verify.sh FOLDER [KEY.pub ...] [--at-least VERSION] [--today YYYY-MM-DD] [--language es]
#
# Take it from another copy than the one you check. Without a folder it checks the one you stand in, or its own.
# Ends with 0: genuine, 1: not genuine or not checkable, 2: genuine but old, 3: genuine, but a Mac or Windows left files in it.
set -u
language=$(printf %.2s "${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}")
LC_ALL=C
export LC_ALL
# With it, `cd copy` may go elsewhere than to ./copy.
unset CDPATH
kit=$(cd "$(dirname "$0")" && pwd -P)
folder="" more_keys="" at_least=0 only_list="" today="${TODAY:-}"
tab='	'

work=$(mktemp -d "${TMPDIR:-/tmp}/verify.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Says lines of "code<tab>detail" in words, from the table beside this program; a code without a word stays a code.
tell() {
	table="$kit/words.tsv"
	[ -f "$table" ] || table=/dev/null
	awk -F '\t' -v want="$language" -v table="$table" '
		BEGIN {
			column = 0
			while ((getline line < table) > 0) {
				n = split(line, part, "\t")
				if (!column) { column = 2; for (i = 2; i <= n; i++) if (part[i] == want) column = i; if (want == "codes") column = 1 }
				word[part[1]] = part[column]
			}
		}
		# A name in a copy may hold anything, also signs that steer a terminal. What you gave yourself is shown in its letters.
		$1 !~ /^(place|with-key|no-such|no-folder|two-places|empty-folder|no-permission|bad-option)$/ { gsub(/[^ -~]/, "?", $2) }
		{ print ($1 in word ? word[$1] : $1) ($2 == "" ? "" : " " $2) }'
}
shown() { printf %s "$1" | tr '\001-\037\177' '?'; }

# Ends with a reason, or with those in $work/reasons.
refuse() {
	head=not-genuine
	case "${1:-}" in
	no-key | bad-key | no-tool | not-checked | no-such | no-folder | two-places | empty-folder | no-permission | bad-option) head=not-checked ;;
	esac
	[ $# -eq 0 ] || printf '%s\t%s\n' "$1" "$(shown "${2:-}")" >"$work/reasons"
	awk -v head="$head" 'BEGIN { print head } NR <= 20 { print } END { if (NR > 20) print "more\t" NR - 20 }' "$work/reasons" | tell
	exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }
is_file() { [ -f "$1" ] && [ ! -L "$1" ]; }
part() { dd if="$1" of="$4" bs=1 skip="$2" count="$3" 2>/dev/null; }

# Base64 of one line in its only right spelling and length, to a file.
decode() {
	[ ${#1} -eq "$2" ] || return 1
	if has openssl; then
		printf '%s\n' "$1" | openssl base64 -d -A >"$3" 2>/dev/null && [ "$(openssl base64 -A <"$3")" = "$1" ]
	else
		printf '%s\n' "$1" | base64 -d >"$3" 2>/dev/null && [ "$(base64 <"$3" | tr -d '\n')" = "$1" ]
	fi
}

# The id of a key as people write it, when the bytes begin with "Ed"; nothing otherwise.
key_id() {
	od -An -v -tx1 "$1" | awk '{ for (i = 1; i <= NF; i++) byte[++n] = $i }
		END { if (byte[1] byte[2] == "4564") { for (i = 10; i > 2; i--) id = id byte[i]; print toupper(id) } }'
}

# The bytes of a public key in its file, to $work/key; its id in $id.
read_key() {
	id=""
	decode "$(head -c 4096 "$1" | tr -d '\000' | sed -n '2s/[[:space:]]*$//p')" 56 "$work/key" && [ "$(wc -c <"$work/key" | tr -d ' ')" = 42 ] && id=$(key_id "$work/key")
	[ -n "$id" ]
}

# Remembers a public key, and says which.
count=0
add_key() {
	[ -r "$1" ] || refuse no-permission "$1"
	read_key "$1" || refuse bad-key "${1##*/}"
	count=$((count + 1))
	part "$work/key" 10 32 "$work/raw.$count"
	cp "$1" "$work/pub.$count"
	printf '%s\n' "$id" >>"$work/ids"
	printf 'with-key\t%s %s\n' "$id" "$(shown "${1##*/}")" >>"$work/first-lines"
}

option() {
	case "$1$tab$2" in
	--at-least$tab | --at-least$tab*[!0-9]* | --at-least$tab??????????*) refuse bad-option "$1 $2" ;;
	--at-least*) at_least=$2 ;;
	--today$tab[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]) today=$2 ;;
	--today*) refuse bad-option "$1 $2" ;;
	*) language=$2 ;;
	esac
}

# The options first; what is left are places, in the order in which they were given.
left=$#
while [ $left -gt 0 ]; do
	word=$1
	shift
	left=$((left - 1))
	case "$word" in
	--at-least | --today | --language)
		[ $left -gt 0 ] || refuse bad-option "$word"
		option "$word" "$1"
		shift
		left=$((left - 1))
		;;
	--at-least=* | --today=* | --language=*) option "${word%%=*}" "${word#*=}" ;;
	--only-list) only_list=yes ;;
	-h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
	-*) refuse bad-option "$word" ;;
	*) set -- "$@" "$word" ;;
	esac
done
[ -n "$today" ] || today=$(date +%Y-%m-%d)
option --today "$today"

# A folder is the copy, a second one holds keys, a file is a key; whatever else was given is refused, never passed over.
printf '' >"$work/ids" && printf '' >"$work/first-lines" || exit 1
for place in "$@"; do
	if [ -d "$place" ]; then
		if [ -z "$folder" ]; then
			folder=$place
		else
			[ -r "$place" ] && [ -x "$place" ] || refuse no-permission "$place"
			for key in "$place"/*.pub; do
				[ -f "$key" ] || refuse two-places "$place"
				add_key "$key"
			done
		fi
	elif [ ! -e "$place" ]; then
		refuse no-such "$place"
	elif [ ! -f "$place" ]; then
		refuse no-folder "$place"
	else
		[ -r "$place" ] || refuse no-permission "$place"
		case "$place" in *.pub) ;; *) read_key "$place" || refuse no-folder "$place" ;; esac
		add_key "$place"
	fi
done
[ -n "$folder" ] || { if [ -f SHA256SUMS ]; then folder=.; else folder=${kit%/*}; fi; }
if [ $count -eq 0 ]; then
	for key in "$kit/keys"/*.pub; do [ ! -f "$key" ] || add_key "$key"; done
fi
[ -r "$folder" ] && [ -x "$folder" ] || refuse no-permission "$folder"
[ -n "$only_list" ] || { printf 'place\t%s\n' "$(shown "$(cd "$folder" && pwd -P)")"; cat "$work/first-lines"; } | tell
[ $count -gt 0 ] || refuse no-key
[ -n "$(cd "$folder" && find . ! -name . 2>/dev/null | head -n 1)" ] || refuse empty-folder "$folder"

is_file "$folder/SHA256SUMS" || refuse no-list
is_file "$folder/SHA256SUMS.minisig" || refuse no-signature
for name in SHA256SUMS SHA256SUMS.minisig; do [ -r "$folder/$name" ] || refuse no-permission "$folder/$name"; done
# Nothing may change between the check of the signature and the check of the files: work on copies.
cp "$folder/SHA256SUMS" "$work/list" && cp "$folder/SHA256SUMS.minisig" "$work/signature" || refuse not-checked "$folder"

# The signature: four lines, each exactly as it is written
[ "$(tr -d '\n -~' <"$work/signature" | wc -c | tr -d ' ')" = 0 ] || refuse bad-signature-file
line5=""
{
	IFS= read -r line1 && IFS= read -r line2 && IFS= read -r line3 && IFS= read -r line4 || refuse bad-signature-file
	! IFS= read -r line5 && [ -z "$line5" ] || refuse bad-signature-file
} <"$work/signature"
[ "$line1" = "untrusted comment: signature of SHA256SUMS" ] || refuse bad-signature-file
case "$line3" in "trusted comment: "*) comment=${line3#trusted comment: } ;; *) refuse bad-signature-file ;; esac
decode "$line2" 100 "$work/first" && decode "$line4" 88 "$work/second" || refuse bad-signature-file
# The end of the text tells how many bytes it holds: 74 and 64.
case "$line2" in *[!=]=) ;; *) refuse bad-signature-file ;; esac
case "$line4" in *[!=]==) ;; *) refuse bad-signature-file ;; esac
signer=$(key_id "$work/first")
[ -n "$signer" ] || refuse bad-signature-file

# The key
found=""
n=0
while read -r id; do
	n=$((n + 1))
	[ "$id" != "$signer" ] || found=$n
done <"$work/ids"
[ -n "$found" ] || refuse other-key "$signer"

# Both signatures: openssl checks the list and the signed line one by one, minisign both at once
part "$work/first" 10 64 "$work/signed"
# openssl takes points of a small order, and numbers beyond the field, which sign anything: the other programs do not.
is_point() {
	part "$1" 0 32 "$work/point"
	od -An -v -tx1 "$work/point" | awk '
		{ for (i = 1; i <= NF; i++) byte[++n] = $i }
		END {
			# The topmost bit is the sign of the other coordinate.
			top = index("0123456789abcdef", substr(byte[32], 1, 1)) - 1
			byte[32] = (top % 8) substr(byte[32], 2)
			for (i = 1; i <= 32; i++) all = all byte[i]
			for (i = 2; i <= 31; i++) full = full "ff"
			if (n != 32 || all ~ /^0[01](00)*$/ || all == "ec" full "7f" || substr(all, 3) == full "7f" && byte[1] >= "ed") exit 1
			if (all == "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05") exit 1
			if (all == "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a") exit 1
		}'
}
is_point "$work/raw.$found" && is_point "$work/signed" || refuse bad-signature
is_point "$work/second" || refuse bad-comment
{ cat "$work/signed"; printf %s "$comment"; } >"$work/line"
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'; cat "$work/raw.$found"; } >"$work/der"
by_openssl() { openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/der" -rawin -in "$1" -sigfile "$2" >/dev/null 2>&1; }
if has openssl && openssl pkeyutl -help 2>&1 | grep -q rawin; then
	by_openssl "$work/list" "$work/signed" || refuse bad-signature
	by_openssl "$work/line" "$work/second" || refuse bad-comment
elif has minisign; then
	minisign -Vqm "$work/list" -x "$work/signature" -p "$work/pub.$found" >/dev/null 2>&1 || refuse bad-signature
else
	refuse no-tool "openssl 3, minisign"
fi
printf '%s\n' "$comment" | grep -Eq '^v=[1-9][0-9]{0,8} date=[0-9]{4}-[0-9]{2}-[0-9]{2} expires=[0-9]{4}-[0-9]{2}-[0-9]{2} key=[0-9A-F]{16}$' || refuse bad-comment
[ "${comment##* key=}" = "$signer" ] || refuse bad-comment
version=${comment#v=} version=${version%% *}
day=${comment#* date=} day=${day%% *}
expires=${comment#* expires=} expires=${expires%% *}

# The list: sorted, plain names, no name twice, none that differs only in small and capital letters
awk '
	function is_plain(name) { return name ~ /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/ }
	{
		hash = substr($0, 1, 64); name = substr($0, 67)
		if (substr($0, 65, 2) != "  " || length(hash) != 64 || hash ~ /[^0-9a-f]/ || !is_plain(name)) exit bad = 1
		if ((NR > 1 && name "" <= last "") || tolower(name) in seen || name == "SHA256SUMS" || name == "SHA256SUMS.minisig") exit bad = 1
		last = name; seen[tolower(name)] = 1
	}
	END { exit bad || NR == 0 }' "$work/list" && [ "$(tail -c 1 "$work/list" | wc -l | tr -d ' ')" = 1 ] || refuse bad-list

# update.sh asks so far, before it fetches a file by this list.
[ -z "$only_list" ] || exit 0

# The files: what is there, and its hashes
if has sha256sum; then sum="sha256sum"; elif has shasum; then sum="shasum -a 256"; else sum="openssl dgst -sha256 -r"; fi
(cd "$folder" && find . ! -type d ! -type f >"$work/special" && find . -type f >"$work/found") 2>"$work/cause" ||
	refuse no-permission "$(head -n 1 "$work/cause")"
# What a Mac and Windows leave in every folder that they open. A name with an ending that a browser may show, such as
# ._index.html, must carry the mark of a Mac's own file.
stray='^\.\/(([A-Za-z0-9_][A-Za-z0-9._-]*\/)*(\.DS_Store|[Tt]humbs\.db|[Dd]esktop\.ini|\._[A-Za-z0-9._-]+)|System Volume Information\/[A-Za-z0-9_-]+(\.dat|\.log)?)$'
# A name with a line break falls into pieces here; the second piece has no ./ before it.
awk -v OFS="$tab" -v there="$work/there" -v strays="$work/strays" -v special="$work/special" '
	BEGIN { printf "" >there; printf "" >strays }
	FILENAME == special { print "not-a-file", $0; next }
	FILENAME == ARGV[2] { listed["./" substr($0, 67)] = 1; next }
	$0 == "./SHA256SUMS" || $0 == "./SHA256SUMS.minisig" { next }
	!($0 in listed) && /'"$stray"'/ { print >strays; next }
	/^\.(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/ { print >there; next }
	{ print "unlisted", $0 }' "$work/special" "$work/list" "$work/found" >"$work/reasons" || refuse not-checked "$work"
while IFS= read -r name; do
	case "${name##*/}" in
	._*.*)
		[ "$(cd "$folder" && od -An -v -tx1 -N4 "$name" 2>/dev/null | tr -d ' \n')" = 00051607 ] || { printf 'unlisted\t%s\n' "${name#./}" >>"$work/reasons"; continue; }
		printf 'by-mac\t%s\n' "${name#./}"
		;;
	.DS_Store | ._*) printf 'by-mac\t%s\n' "${name#./}" ;;
	*) printf 'by-windows\t%s\n' "${name#./}" ;;
	esac
done <"$work/strays" | sort >"$work/left"
unread=$(cd "$folder" && while IFS= read -r name; do [ -r "$name" ] || [ ! -e "$name" ] || { printf %s "${name#./}"; break; }; done <"$work/there")
[ -z "$unread" ] || refuse no-permission "$unread"
(cd "$folder" && xargs $sum <"$work/there") 2>/dev/null >"$work/sums"
awk -v OFS="$tab" '
	FILENAME == ARGV[1] { listed[substr($0, 67)] = $1; next }
	FILENAME == ARGV[2] { name = substr($0, 3); there[name] = 1; if (!(name in listed)) print "unlisted", name; next }
	{ name = $2; sub(/^\*/, "", name); sub(/^\.\//, "", name); if (name in listed && listed[name] == $1) right[name] = 1 }
	END {
		for (name in listed) if (!(name in there)) print "missing", name; else if (!(name in right)) print "changed", name
		print "~"
	}' "$work/list" "$work/there" "$work/sums" | sort >>"$work/reasons"
# On a full disk reasons could be lost: the last line, which sorts behind all others, tells that none is.
[ "$(tail -n 1 "$work/reasons")" = "~" ] && sed '$d' "$work/reasons" >"$work/all" && mv "$work/all" "$work/reasons" || { rm -f "$work/found" "$work/sums"; refuse not-checked "$work"; }
if [ ! -s "$work/reasons" ]; then
	awk -v version="  \"version\": $version," -v day="  \"date\": \"$day\"," -v expires="  \"expires\": \"$expires\"," '
		$0 == version || $0 == day || $0 == expires { same++ } END { exit same != 3 }' "$folder/release.json" 2>/dev/null ||
		printf 'release-differs\trelease.json\n' >"$work/reasons"
fi
[ "$version" -ge "$at_least" ] || printf 'too-old\t%s\n' "$version" >>"$work/reasons"
[ ! -s "$work/reasons" ] || refuse

# The release phrase: six made-up words and 24 digits from the list without the files that show them
grep -Ev '  (release\.json|([a-z-]+/)?release\.html|kit/changes\.[a-z.]+)$' "$work/list" >"$work/kept"
[ $? -le 1 ] || refuse not-checked "$work"
is_before() { [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort | head -n 1)" = "$1" ]; }
result=0
[ ! -s "$work/left" ] || result=3
! is_before "$expires" "$today" || result=2
# shellcheck disable=SC2086
$sum "$work/kept" | awk -v OFS="$tab" -v result=$result -v version="$version" -v day="$day" -v expires="$expires" -v key="$signer" '
	function value(text,  n, i) { n = 0; for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1; return n }
	function sound(list, n, size, base) { return substr(list, int(n / base) % size + 1, 1) }
	{
		c = "bdfghjklmnprstvz"; v = "aiou"
		for (i = 0; i < 6; i++) {
			n = value(substr($0, 4 * i + 1, 4))
			words = words (i ? " " : "") sound(c, n, 16, 4096) sound(v, n, 4, 1024) sound(c, n, 16, 64) sound(v, n, 4, 16) sound(c, n, 16, 1)
			digits = digits (i ? " " : "") sprintf("%04d", value(substr($0, 4 * i + 25, 4)) % 10000)
		}
		print (result == 2 ? "expired" : result == 3 ? "genuine-but" : "genuine"), ""
		print "version", version; print "date", day; print "expires", expires; print "key", key; print "phrase", words; print "digits", digits
	}' >"$work/said"
awk 'NR <= 20 { print } END { if (NR > 20) print "more\t" NR - 20 }' "$work/left" >>"$work/said"
! is_before "$today" "$day" || printf 'clock\t%s\n' "$today" >>"$work/said"
[ "$(cd "$folder" && pwd -P)" != "${kit%/*}" ] || echo own-tool >>"$work/said"
tell <"$work/said"
exit $result
