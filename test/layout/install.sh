#!/bin/sh
# What the proof of the page needs besides npm's packages: LibreOffice, poppler and Noto from Debian's packages, and the
# free stand-ins for the standard's typefaces, unpacked into build/layout/fonts and nowhere else.
# Exit code 2: something is missing and could not be had. Nothing is then proved.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
fonts="$root/build/layout/fonts"
stand_ins="FandolFang-Regular FandolKai-Regular FandolHei-Regular FandolSong-Regular"

missing=""
command -v soffice >/dev/null || missing="$missing libreoffice-writer-nogui"
command -v pdftotext >/dev/null && command -v pdftohtml >/dev/null && command -v pdftoppm >/dev/null ||
  missing="$missing poppler-utils"
fc-list 2>/dev/null | grep -q 'NotoSerifCJK-Bold' || missing="$missing fonts-noto-cjk"
if [ -n "$missing" ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "layout: missing:$missing. On Debian, as root: apt-get install --no-install-recommends$missing" >&2
    exit 2
  fi
  apt-get update -q >&2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2 || {
    echo "layout: apt-get could not install$missing" >&2
    exit 2
  }
fi

lacking=""
for name in $stand_ins; do [ -s "$fonts/$name.otf" ] || lacking="$lacking $name"; done
if [ -n "$lacking" ]; then
  if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "layout: missing in $fonts:$lacking (FandolFonts, in Debian's texlive-lang-chinese)" >&2
    exit 2
  fi
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  chmod 755 "$work"
  (cd "$work" && apt-get download -q texlive-lang-chinese >&2) || {
    echo "layout: apt-get could not download texlive-lang-chinese, which holds$lacking" >&2
    exit 2
  }
  dpkg-deb -x "$work"/texlive-lang-chinese_*.deb "$work/x"
  mkdir -p "$fonts"
  for name in $stand_ins; do
    found=$(find "$work/x" -name "$name.otf" | head -n 1)
    [ -n "$found" ] || { echo "layout: texlive-lang-chinese holds no $name.otf" >&2; exit 2; }
    # beside, then renamed: a copy broken off is not taken for a font
    cp "$found" "$fonts/.$name.tmp"
    mv "$fonts/.$name.tmp" "$fonts/$name.otf"
  done
fi
