#!/bin/sh
# Puts Loopready into the home folder, or into the folder that PREFIX names, and into the menu.
# Nothing outside of it is touched; uninstall.sh takes it away again and leaves your data.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
program=$prefix/lib/loopready

mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
# A newer version takes the place of the older one as a whole, in one step.
rm -rf "$program.new"
cp -R "$here/loopready" "$program.new"
rm -rf "$program.old"
[ ! -e "$program" ] || mv "$program" "$program.old"
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/loopready" "$prefix/bin/loopready"
cp -R "$here/share/." "$prefix/share/"
sed -i "s|^Exec=loopready|Exec=\"$program/loopready\"|" "$prefix/share/applications/loopready.desktop"
cp "$here/uninstall.sh" "$program/uninstall.sh"

for tool in "update-desktop-database -q $prefix/share/applications" \
    "update-mime-database $prefix/share/mime" \
    "gtk-update-icon-cache -q -t -f $prefix/share/icons/hicolor"; do
    # Desktops without these tools look into the folders themselves.
    if command -v "${tool%% *}" >/dev/null 2>&1; then $tool >/dev/null 2>&1 || true; fi
done

echo "Loopready is in $program; start it from the menu, or with $prefix/bin/loopready"
echo "To take it away: $program/uninstall.sh"
