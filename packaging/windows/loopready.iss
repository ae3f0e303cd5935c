; Makes the installer for Windows with Inno Setup 6.3 or newer:
;     iscc /DVersion=1.2.3 packaging\windows\loopready.iss
; It installs for the user alone, asks for no rights, and never touches the user's data.

#ifndef Version
  #error Name the version: iscc /DVersion=1.2.3
#endif

[Setup]
AppId={{6F0B7C0E-6C1B-4C55-9E0C-2F7F4B8A51D3}
AppName=Loopready
AppVersion={#Version}
AppPublisher=Loopready contributors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Loopready
DefaultGroupName=Loopready
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist\packages
OutputBaseFilename=loopready-{#Version}-windows-x86_64
SetupIconFile=..\..\build\icons\loopready.ico
UninstallDisplayIcon={app}\loopready.exe
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
WizardStyle=modern

[InstallDelete]
; A newer version takes the place of the older one as a whole.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\loopready\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Loopready"; Filename: "{app}\loopready.exe"; AppUserModelID: "loopready"
Name: "{autodesktop}\Loopready"; Filename: "{app}\loopready.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\loopready.exe"; Description: "{cm:LaunchProgram,Loopready}"; Flags: nowait postinstall skipifsilent
