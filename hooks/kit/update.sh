#!/bin/sh
# Keeps a mirror fresh with sh, curl or wget, and verify.sh beside it: fetches what changed, checks everything, then shows it.
#
#   sh update.sh SOURCE FOLDER KEY.pub
#
# SOURCE is the address of another copy, or a folder. In FOLDER stand `current`, which the web server shows, `releases` with
# the last two good copies, and `trace.txt`. Ends with 0: fresh, 1: nothing was changed, with the reason, 2: fresh but old.
set -u
language=$(printf %.2s "${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}")
LC_ALL=C
export LC_ALL
umask 022
kit=$(cd "$(dirname "$0")" && pwd -P)
[ $# -ge 3 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 1; }
source=${1%/} folder=$2
[ "${3%/*}" = "$3" ] && key="./$3" || key=$3
tab=$(printf '\t')
mkdir -p "$folder" || exit 1
folder=$(cd "$folder" && pwd -P)
current="$folder/current" stage="$folder/new"
trap 'rm -rf "$stage" "$folder/fetch"' EXIT
trap 'exit 1' HUP INT TERM
rm -rf "$stage" "$folder/fetch"
mkdir -p "$stage" "$folder/fetch"

say() {
	text=$(awk -F '\t' -v code="$1" -v want="$language" '
		NR == 1 { column = 2; for (i = 2; i <= NF; i++) if ($i == want) column = i }
		$1 == code { print $column; exit }' "$kit/words.tsv" 2>/dev/null)
	printf '%s\n' "${text:-$1}${2:+ $2}"
}
fail() { say "$@"; exit 1; }
if command -v sha256sum >/dev/null 2>&1; then sum="sha256sum"; else sum="shasum -a 256"; fi
hash_of() { $sum <"$1" | cut -c 1-64; }

# One file of the source: fetch NAME TARGET
fetch() {
	case "$source" in
	*://*)
		if command -v curl >/dev/null 2>&1; then
			curl -fsS --retry 3 --max-time 600 --max-filesize 209715200 --compressed -o "$2" "$source/$1" 2>/dev/null
		else
			wget -q -t 3 -T 60 -O "$2" "$source/$1"
		fi
		;;
	*) cp "$source/$1" "$2" 2>/dev/null ;;
	esac
}
version_of() { sed -n 's/^trusted comment: v=\([1-9][0-9]*\) .*/\1/p' "$1" 2>/dev/null; }

say fetching "$source"
fetch SHA256SUMS.minisig "$stage/SHA256SUMS.minisig" || fail incomplete SHA256SUMS.minisig
known=0
if [ -f "$current/SHA256SUMS.minisig" ]; then
	known=$(version_of "$current/SHA256SUMS.minisig")
	if cmp -s "$current/SHA256SUMS.minisig" "$stage/SHA256SUMS.minisig"; then
		say same "$known"
		sh "$kit/verify.sh" "$current" "$key" --language "$language"
		exit $?
	fi
fi
offered=$(version_of "$stage/SHA256SUMS.minisig")
[ -n "$offered" ] || fail bad-signature-file
[ "$offered" -gt "$known" ] || fail downgrade "$offered"

# Whether what stands here is whole: only then can anything be taken over.
is_whole=""
if [ "$known" -gt 0 ]; then
	sh "$kit/verify.sh" "$current" "$key" >/dev/null 2>&1
	[ $? -eq 1 ] || is_whole=yes
fi

# The new list and the changed files, from the few bytes that changed, where the source has them for the copy that stands
# here. Nothing of it is believed: the list that comes out must be the signed one.
listed=""
if [ -n "$is_whole" ] && fetch kit/changes.txt.gz "$folder/fetch/changes.gz" && gunzip -c "$folder/fetch/changes.gz" >"$folder/fetch/changes" 2>/dev/null &&
	[ "$(sed -n 1p "$folder/fetch/changes")" = "from $(hash_of "$current/SHA256SUMS")" ]; then
	awk -v place="$folder/fetch/text" '
		function is_plain(name) { return name ~ /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/ }
		/^- / && is_plain(substr($0, 3)) { print "-", 0, 0, substr($0, 3) }
		/^\+ / && is_plain(substr($0, 3)) { print "+", 0, 0, substr($0, 3) }
		/^~ / {
			cut = index($0, "\t"); split(substr($0, 3, cut - 3), head, " "); text = substr($0, cut + 1)
			if (head[1] ~ /[^0-9]/ || head[2] ~ /[^0-9]/ || !is_plain(head[3])) exit
			gsub(/\\\\/, "\001", text); gsub(/\\n/, "\n", text); gsub(/\\t/, "\t", text); gsub(/\001/, "\\", text)
			file = place "." ++n; printf "%s", text >file; close(file)
			print file, head[1], head[2], head[3]
		}' "$folder/fetch/changes" >"$folder/fetch/index"
	while read -r what start end name; do
		mkdir -p "$stage/$(dirname "$name")"
		case "$what" in
		-) ;;
		+) fetch "$name" "$stage/$name" ;;
		*)
			{
				[ "$start" = 0 ] || head -c "$start" "$current/$name"
				cat "$what"
				[ "$end" = 0 ] || tail -c "$end" "$current/$name"
			} >"$stage/$name" 2>/dev/null
			;;
		esac
	done <"$folder/fetch/index"
	mkdir -p "$stage/kit"
	cp "$folder/fetch/changes.gz" "$stage/kit/changes.txt.gz"
	cut -d ' ' -f 4 "$folder/fetch/index" >"$folder/fetch/touched"
	echo kit/changes.txt.gz >>"$folder/fetch/touched"
	(cd "$stage" && find . -type f ! -name SHA256SUMS.minisig | sed 's/^\.\///' | xargs $sum) >"$folder/fetch/fresh"
	{
		awk 'FILENAME == ARGV[1] { touched[$0] = 1; next } !(substr($0, 67) in touched)' "$folder/fetch/touched" "$current/SHA256SUMS"
		cat "$folder/fetch/fresh"
	} | sort -k 2 >"$stage/SHA256SUMS"
	sh "$kit/verify.sh" "$stage" "$key" --only-list >/dev/null 2>&1 && listed=yes
fi
if [ -z "$listed" ]; then
	mv "$stage/SHA256SUMS.minisig" "$folder/fetch/"
	rm -rf "$stage"
	mkdir "$stage"
	mv "$folder/fetch/SHA256SUMS.minisig" "$stage/"
	fetch SHA256SUMS "$stage/SHA256SUMS" || fail incomplete SHA256SUMS
fi

# Nothing is fetched by a list that was not signed
sh "$kit/verify.sh" "$stage" "$key" --only-list --language "$language" || exit 1

# What stands here is copied, the rest is fetched
if [ -n "$is_whole" ]; then
	sort "$current/SHA256SUMS" >"$folder/fetch/old"
	sort "$stage/SHA256SUMS" | comm -12 "$folder/fetch/old" - | cut -c 67- >"$folder/fetch/same"
	(cd "$current" && tar -cf - -T "$folder/fetch/same") | (cd "$stage" && tar -xf -)
fi
cut -c 67- "$stage/SHA256SUMS" | while IFS= read -r name; do
	[ ! -f "$stage/$name" ] || continue
	mkdir -p "$stage/$(dirname "$name")"
	fetch "$name" "$stage/$name" || { say incomplete "$name"; exit 1; }
done || exit 1
sh "$kit/verify.sh" "$stage" "$key" --at-least "$known" --language "$language"
result=$?
[ $result -ne 1 ] || exit 1

# Show it in one step, keep the last one, remove older ones
last=$(readlink "$current" 2>/dev/null || true)
target="releases/$offered-$(hash_of "$stage/SHA256SUMS" | cut -c 1-8)"
mkdir -p "$folder/releases"
rm -rf "${folder:?}/$target"
find "$stage" -type d -exec chmod 755 {} + && find "$stage" -type f -exec chmod 644 {} +
mv "$stage" "$folder/$target" || exit 1
rm -f "$folder/current.new"
ln -s "$target" "$folder/current.new"
mv -T "$folder/current.new" "$current" 2>/dev/null || mv -h "$folder/current.new" "$current" 2>/dev/null || { rm -f "$current" && mv "$folder/current.new" "$current"; }
for other in "$folder"/releases/*; do
	case "$other" in "$folder/$target" | "$folder/${last:-none}") ;; *) rm -rf "$other" ;; esac
done
{
	sed -n 's/^trusted comment: v=\([0-9]*\) date=\([0-9-]*\) expires=\([0-9-]*\) .*/version: \1\ndate: \2\nexpires: \3/p' "$current/SHA256SUMS.minisig"
	printf 'fetched: %s\nfrom: %s\n' "$(date -u +%Y-%m-%d)" "$source"
} >"$folder/trace.new"
mv "$folder/trace.new" "$folder/trace.txt"
say updated "$offered"
exit $result
