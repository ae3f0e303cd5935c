#!/bin/sh
# Takes away what install.sh put there. Your plans and stories stay where they are.
set -eu

prefix=${PREFIX:-$HOME/.local}
share=$prefix/share
rm -f "$prefix/bin/loopready" "$share/applications/loopready.desktop" \
    "$share/mime/packages/loopready.xml" "$share/man/man1/loopready.1.gz" \
    "$share/metainfo/io.github.loopready.loopready.metainfo.xml"
find "$share/icons/hicolor" -type f -path '*/apps/loopready.*' -exec rm -f {} + 2>/dev/null || true
for tool in "update-desktop-database -q $share/applications" "update-mime-database $share/mime"; do
    if command -v "${tool%% *}" >/dev/null 2>&1; then $tool >/dev/null 2>&1 || true; fi
done
rm -rf "$prefix/lib/loopready"
echo "Loopready is gone; your data stays in ${XDG_DATA_HOME:-$HOME/.local/share}/loopready"
