#!/bin/sh
# Keeps a mirror fresh with sh, curl or wget, verify.sh and rezip.py beside it: fetches what changed, checks everything, then shows it.
#
#   sh update.sh SOURCE FOLDER KEY.pub
#
# SOURCE is the address of another copy, or a folder. In FOLDER stand `current`, which the web server shows, `releases` with
# the last two good copies, and `trace.txt`; `left` keeps what an update that stopped had fetched.
# Ends with 0: fresh, 1: nothing was changed, with the reason, 2: fresh but old.
set -u
language=$(printf %.2s "${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}")
LC_ALL=C
export LC_ALL
umask 022
# With it, `cd mirror` may go elsewhere than to ./mirror.
unset CDPATH
kit=$(cd "$(dirname "$0")" && pwd -P)
[ $# -ge 3 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 1; }
source=${1%/} folder=$2
[ "${3%/*}" = "$3" ] && key="./$3" || key=$3
tab=$(printf '\t')

say() {
	text=$(awk -F '\t' -v code="$1" -v want="$language" '
		NR == 1 { column = 2; for (i = 2; i <= NF; i++) if ($i == want) column = i }
		$1 == code { print $column; exit }' "$kit/words.tsv" 2>/dev/null)
	printf '%s\n' "${text:-$1}${2:+ $2}"
}
fail() { say "$@"; exit 1; }
# The last words of what a command said on its way to failing, without its own name.
cause() { sed -n '$s/^[^:]*: //p' "$work/cause" 2>/dev/null; }
has() { command -v "$1" >/dev/null 2>&1; }

[ -f "$key" ] || fail no-such "$3"
case "$source" in *://*) ;; *) [ -e "$source" ] || fail no-such "$1" ;; esac
work=$(mktemp -d "${TMPDIR:-/tmp}/update.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
{ mkdir -p "$folder" && touch "$folder/update.lock"; } 2>"$work/cause" || fail not-written "$(cause)"
folder=$(cd "$folder" && pwd -P)
current="$folder/current" stage="$folder/new" left="$folder/left"

# One update at a time. The system opens the lock when a program ends, however it ends; without flock a folder is the lock.
if has flock; then
	exec 9>>"$folder/update.lock"
	flock -n 9 || fail busy
else
	if ! mkdir "$folder/update.busy" 2>/dev/null; then
		other=$(cat "$folder/update.busy/number" 2>/dev/null)
		[ -z "$other" ] || ! kill -0 "$other" 2>/dev/null || fail busy
	fi
	echo $$ >"$folder/update.busy/number"
	trap 'rm -rf "$work" "$folder/update.busy"' EXIT
fi

# Only a link can be exchanged in one step.
if [ ! -L "$current" ] && [ -e "$current" ]; then
	quoted=$(printf %s "$current" | sed "s/'/'\\\\''/g")
	fail current-folder "mv '$quoted' '$quoted.old'"
fi
rm -f "$folder/link.test"
ln -s releases "$folder/link.test" 2>"$work/cause" || {
	{ dd if=/dev/zero of="$folder/write.test" bs=4096 count=1 && rm -f "$folder/write.test"; } >/dev/null 2>"$work/other" || fail not-written "$(cause)"
	fail no-links "$(cause)"
}
rm -f "$folder/link.test"

# What a stop in the middle left behind is kept for the next time.
collect() {
	[ -d "$stage" ] || return 0
	mkdir -p "$left"
	(cd "$stage" && find . -type d) | while IFS= read -r below; do mkdir -p "$left/$below"; done
	(cd "$stage" && find . -type f) | while IFS= read -r name; do mv "$stage/$name" "$left/$name"; done
	rm -rf "$stage"
}
forget() { rm -rf "$stage" "$left" "$folder/fetch"; }
# Ends an update: what was fetched is kept, but not on a full disk, whose room is needed by others.
keeps=yes
finish() {
	if [ -n "$keeps" ]; then collect; rm -rf "$folder/fetch"; else forget; fi
	rm -rf "$work" "$folder/update.busy"
}
trap 'finish 2>/dev/null' EXIT
write() { "$@" 2>"$work/cause" || { keeps=""; fail not-written "$(cause)"; }; }
# After a failure: whether it was the disk's.
is_disk() {
	[ -w "$1" ] || { echo "write: $1: Permission denied" >"$work/cause"; return 0; }
	result=0
	dd if=/dev/zero of="$1/write.test" bs=65536 count=1 2>"$work/dd" || result=1
	rm -f "$1/write.test"
	[ $result -eq 1 ] || return 1
	sed -n '/write\.test/{p;q;}' "$work/dd" >"$work/cause"
}
lost() {
	if is_disk "$stage"; then keeps=""; fail not-written "$(cause)"; fi
	fail incomplete "$1"
}

collect
waiting=""
[ ! -d "$left" ] || waiting=yes
rm -rf "$folder/fetch"
write mkdir -p "$stage" "$folder/fetch"
if has sha256sum; then sum="sha256sum"; else sum="shasum -a 256"; fi
hash_of() { $sum <"$1" | cut -c 1-64; }

# The wget of busybox knows fewer options, and some builds of it stop short at -T.
patience=""
if has wget && wget --version >/dev/null 2>&1; then patience="-t 3 -T 60"; fi

# One file of the source: fetch NAME TARGET. A .gz file is taken as it was sent: servers may call it packed on the way.
fetch() {
	case "$source" in
	*://*)
		if has curl; then
			case "$1" in *.gz) packed="" ;; *) packed=--compressed ;; esac
			curl -fsS --retry 3 --max-time 600 --max-filesize 209715200 $packed -o "$2" "$source/$1" 2>/dev/null
		else
			wget -q $patience -O "$2" "$source/$1" 2>/dev/null
		fi
		;;
	*) cp "$source/$1" "$2" 2>/dev/null ;;
	esac || { rm -f "$2"; return 1; }
}
version_of() { sed -n 's/^trusted comment: v=\([1-9][0-9]*\) .*/\1/p' "$1" 2>/dev/null; }
# What the web server shows now, in words; a Mac's own files in it do not make it old.
read_back() {
	sh "$kit/verify.sh" "$current" "$key" --language "$language" "$@" 9>&-
	result=$?
	[ $result -ne 3 ] || result=0
}

say fetching "$source"
fetch SHA256SUMS.minisig "$stage/SHA256SUMS.minisig" || lost SHA256SUMS.minisig
known=0
if [ -f "$current/SHA256SUMS.minisig" ]; then
	known=$(version_of "$current/SHA256SUMS.minisig")
	if cmp -s "$current/SHA256SUMS.minisig" "$stage/SHA256SUMS.minisig"; then
		say same "$known"
		keeps=""
		read_back
		exit $result
	fi
fi
offered=$(version_of "$stage/SHA256SUMS.minisig")
[ -n "$offered" ] || fail bad-signature-file
[ "$offered" -gt "${known:=0}" ] || { keeps=""; fail downgrade "$offered"; }

# Whether what stands here is whole: only then can anything be taken over.
is_whole=""
if [ "$known" -gt 0 ]; then
	sh "$kit/verify.sh" "$current" "$key" >/dev/null 2>&1
	[ $? -eq 1 ] || is_whole=yes
	# A whole copy with files of a Mac in it: those are not in its list, and are not taken over.
fi

unpack_letters() { if has openssl; then printf '%s\n' "$1" | openssl base64 -d -A; else printf '%s\n' "$1" | base64 -d; fi; }

# Reads what changed. Gives a line a file: what to do, two values, the name; longer texts stand in numbered files.
tell_changes() {
	awk -v place="$folder/fetch/text" '
		function is_plain(name) { return name ~ /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/ }
		function unescaped(text) { gsub(/\\\\/, "\001", text); gsub(/\\n/, "\n", text); gsub(/\\t/, "\t", text); gsub(/\001/, "\\", text); return text }
		/^- / && is_plain(substr($0, 3)) { print "-", 0, 0, substr($0, 3) }
		/^\+ / && is_plain(substr($0, 3)) { print "+", 0, 0, substr($0, 3) }
		/^[~=cz] / {
			cut = index($0, "\t"); mark = substr($0, 1, 1); text = substr($0, cut + 1)
			count = split(substr($0, 3, cut - 3), head, " ")
			if (!is_plain(head[count])) exit
			file = place "." ++n; printf "" >file
			if (mark == "~") {
				if (head[1] ~ /[^0-9]/ || head[2] ~ /[^0-9]/) exit
				printf "%s", unescaped(text) >file
				print n, head[1], head[2], head[3]
			} else if (mark == "=") {
				pieces = split(text, piece, " ")
				for (i = 1; i <= pieces; i++) {
					if (piece[i] ~ /^:[A-Za-z0-9+\/=]+$/) print "new", substr(piece[i], 2) >file
					else if (piece[i] ~ /^[0-9]+\+[0-9]+$/) { split(piece[i], pair, "+"); print "kept", pair[1], pair[2] >file }
					else exit
				}
				print "=", n, 0, head[1]
			} else if (mark == "c") {
				if (!is_plain(text)) exit
				print text >file
				print "c", n, 0, head[1]
			} else {
				if (head[1] !~ /^[0-9a-f]+$/) exit
				printf "%s", unescaped(text) >file
				print "z", n, head[1], head[2]
			}
			close(file)
		}'
}

# Puts together the texts among the files that changed: from the numbered files in $1, of the copy in $2, into $3. Other
# files hold bytes that this program cannot carry; for a whole file it reads up to a sign that no text has.
cut_texts() {
	awk -v place="$1" -v old="$2" -v stage="$3" '
		function whole(file, found) {
			RS = "\001"; found = ""
			if ((getline found <file) <= 0) found = ""
			close(file); RS = "\n"
			return found
		}
		function letters(text, found, i, bits, sign) {
			found = ""; bits = 0
			for (i = 1; i <= length(text); i++) {
				sign = index(alphabet, substr(text, i, 1)) - 1
				if (sign < 0) break
				value = value * 64 + sign; bits += 6
				if (bits >= 8) { bits -= 8; power = power_of[bits]; code = int(value / power); value -= code * power; found = found sign_of[code] }
			}
			value = 0
			return found
		}
		BEGIN {
			alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
			for (i = 1; i < 256; i++) sign_of[i] = sprintf("%c", i)
			# The awk of busybox may lack ^.
			for (i = power_of[0] = 1; i < 8; i++) power_of[i] = 2 * power_of[i - 1]
		}
		($1 == "=" || $1 ~ /^[0-9]+$/) && ($4 ~ /\.(html|js|css|txt|tsv|json|conf|py|sh)$/ || $4 ~ /(^|\/)SHA256SUMS$/) {
			name = $4; before = whole(old "/" name); target = stage "/" name
			if ($1 == "=") {
				after = ""; parts = place "." $2
				while ((getline line <parts) > 0) {
					split(line, part, " ")
					if (part[1] == "new") after = after letters(part[2])
					else after = after substr(before, part[2] + 1, part[3])
				}
				close(parts)
			} else {
				after = substr(before, 1, $2) whole(place "." $1)
				if ($3 > 0) after = after substr(before, length(before) - $3 + 1)
			}
			printf "%s", after >target
			close(target)
		}'
}

# The new list and the changed files, from the few bytes that changed, where the source has them for the copy that stands
# here. Nothing of it is believed: the list that comes out must be the signed one.
listed=""
if [ -n "$is_whole" ] && fetch kit/changes.txt.gz "$folder/fetch/changes.gz" && gunzip -c "$folder/fetch/changes.gz" >"$folder/fetch/changes" 2>/dev/null &&
	[ "$(sed -n 1p "$folder/fetch/changes")" = "from $(hash_of "$current/SHA256SUMS")" ]; then
	tell_changes <"$folder/fetch/changes" >"$folder/fetch/index"
	sed -n 's/^[^- ][^ ]* [^ ]* [^ ]* \(.*\)\/[^/]*$/\1/p' "$folder/fetch/index" | sort -u | (cd "$stage" && xargs mkdir -p)
	# Texts are put together by one program: a number may stand on thousands of pages.
	cut_texts "$folder/fetch/text" "$current" "$stage" <"$folder/fetch/index"
	while read -r what start end name; do
		[ ! -f "$stage/$name" ] || continue
		case "$what" in
		-) ;;
		+) if [ -f "$left/$name" ]; then cp "$left/$name" "$stage/$name"; else fetch "$name" "$stage/$name"; fi ;;
		c) cp "$stage/$(cat "$folder/fetch/text.$start")" "$stage/$name" 2>/dev/null ;;
		z)
			# What cannot be made anew here is fetched whole with the rest.
			has python3 && python3 "$kit/rezip.py" "$current" "$stage" "$name" "$folder/fetch/text.$start" >/dev/null 2>&1 &&
				[ "$(hash_of "$stage/$name")" = "$end" ] || rm -f "$stage/$name"
			;;
		=)
			while read -r kind from count; do
				if [ "$kind" = new ]; then unpack_letters "$from"; else tail -c "+$((from + 1))" "$current/$name" | head -c "$count"; fi
			done <"$folder/fetch/text.$start" >"$stage/$name" 2>/dev/null
			;;
		*)
			{
				[ "$start" = 0 ] || head -c "$start" "$current/$name"
				cat "$folder/fetch/text.$what"
				[ "$end" = 0 ] || tail -c "$end" "$current/$name"
			} >"$stage/$name" 2>/dev/null
			;;
		esac
	done <"$folder/fetch/index"
	mkdir -p "$stage/kit"
	cp "$folder/fetch/changes.gz" "$stage/kit/changes.txt.gz"
	cut -d ' ' -f 4 "$folder/fetch/index" >"$folder/fetch/touched"
	echo kit/changes.txt.gz >>"$folder/fetch/touched"
	{
		(cd "$stage" && find . -type f ! -path ./SHA256SUMS.minisig | sed 's/^\.\///' | xargs $sum)
		# Packed files that are not here yet, by the hash that is told.
		while read -r what start end name; do [ "$what" != z ] || [ -f "$stage/$name" ] || printf '%s  %s\n' "$end" "$name"; done <"$folder/fetch/index"
	} >"$folder/fetch/fresh"
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
	fetch SHA256SUMS "$stage/SHA256SUMS" || lost SHA256SUMS
fi

# Nothing is fetched by a list that was not signed
sh "$kit/verify.sh" "$stage" "$key" --only-list --language "$language" || { keeps=""; exit 1; }

# Names of the files that two lists have with the same hash
in_both() { awk 'FILENAME == ARGV[1] { seen[$0] = 1; next } $0 in seen { print substr($0, 67) }' "$1" "$2"; }

# What stands here is copied, what an update that stopped had fetched is taken over, the rest is fetched
if [ -n "$is_whole" ]; then
	in_both "$current/SHA256SUMS" "$stage/SHA256SUMS" >"$folder/fetch/same"
	(cd "$current" && tar -cf - -T "$folder/fetch/same") 2>/dev/null | (cd "$stage" && tar -xf -) 2>/dev/null
	# Not every tar reads a list of names; what it left out is copied one by one.
	while IFS= read -r name; do
		[ -f "$stage/$name" ] || { mkdir -p "$stage/$(dirname "$name")" && cp "$current/$name" "$stage/$name"; } 2>"$work/cause" || lost "$name"
	done <"$folder/fetch/same"
fi
if [ -n "$waiting" ]; then
	(cd "$left" && find . -type f | sed -n 's/^\.\/\([A-Za-z0-9_][A-Za-z0-9._\/-]*\)$/\1/p' | xargs $sum) 2>/dev/null | sed 's/ \*/  /' >"$folder/fetch/kept"
	in_both "$folder/fetch/kept" "$stage/SHA256SUMS" >"$folder/fetch/taken"
	taken=0
	while IFS= read -r name; do
		[ ! -f "$stage/$name" ] || continue
		mkdir -p "$stage/$(dirname "$name")" && mv "$left/$name" "$stage/$name" && taken=$((taken + 1))
	done <"$folder/fetch/taken"
	[ $taken -eq 0 ] || say resumed "$taken"
fi
while read -r wanted name; do
	[ ! -f "$stage/$name" ] || continue
	{ mkdir -p "$stage/$(dirname "$name")" 2>"$work/cause" && fetch "$name" "$stage/$name"; } || lost "$name"
	if [ "$(hash_of "$stage/$name")" != "$wanted" ]; then
		rm -f "$stage/$name"
		! is_disk "$stage" || lost "$name"
		fail altered "$name"
	fi
done <"$stage/SHA256SUMS"
sh "$kit/verify.sh" "$stage" "$key" --at-least "$known" --language "$language" >"$folder/fetch/said" 9>&-
if [ $? -eq 1 ]; then
	! is_disk "$stage" || lost current
	cat "$folder/fetch/said"
	keeps=""
	exit 1
fi

# Show it in one step, keep the last one, remove older ones. What is shown now is never removed first.
last=$(readlink "$current" 2>/dev/null || true)
target="releases/$offered-$(hash_of "$stage/SHA256SUMS" | cut -c 1-8)"
[ "$target" != "$last" ] || target="$target-again"
write mkdir -p "$folder/releases"
rm -rf "${folder:?}/$target"
find "$stage" -type d -exec chmod 755 {} + && find "$stage" -type f -exec chmod 644 {} +
wanted=$(hash_of "$stage/SHA256SUMS")
write mv "$stage" "$folder/$target"
keeps=""
rm -f "$folder/current.new"
is_shown() { [ -f "$1/SHA256SUMS" ] && [ "$(hash_of "$1/SHA256SUMS")" = "$wanted" ]; }
{ ln -s "$target" "$folder/current.new" 2>"$work/cause" && is_shown "$folder/current.new"; } || fail not-swapped "$(cause)"
# GNU and busybox, BSD and macOS, and whatever else can exchange a link in one step
{
	mv -T "$folder/current.new" "$current" || mv -h "$folder/current.new" "$current" ||
		perl -e 'rename $ARGV[0], $ARGV[1] or die "$!\n"' "$folder/current.new" "$current" ||
		python3 -c 'import os, sys; os.replace(sys.argv[1], sys.argv[2])' "$folder/current.new" "$current"
} 2>"$work/cause"
is_shown "$current" || { rm -f "$folder/current.new"; fail not-swapped "$(cause)"; }
for other in "$folder"/releases/*; do
	case "$other" in "$folder/$target" | "$folder/${last:-none}") ;; *) rm -rf "$other" ;; esac
done
{
	sed -n 's/^trusted comment: v=\([0-9]*\) date=\([0-9-]*\) expires=\([0-9-]*\) .*/version: \1\ndate: \2\nexpires: \3/p' "$current/SHA256SUMS.minisig"
	printf 'fetched: %s\nfrom: %s\n' "$(date -u +%Y-%m-%d)" "$source"
} >"$folder/trace.new"
mv "$folder/trace.new" "$folder/trace.txt"
read_back --at-least "$offered" >"$work/said"
[ $result -ne 1 ] || { cat "$work/said"; fail not-swapped "$current"; }
say updated "$offered"
cat "$work/said"
exit $result
