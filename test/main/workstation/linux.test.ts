import { describe, expect, test } from 'vitest'
import { lastAptUpgrade, lastDpkgUpgrade, lastPacmanUpgrade, parseDebian, parseDesktopEntry, parseOsRelease, parseRpm, parseSnap, parseTabs, readLinux } from '../../../main/workstation/linux.ts'
import { machine } from './paper-machine.ts'

const APT = `
Start-Date: 2026-11-20  09:00:00
Commandline: apt-get install -y clamav
Install: clamav:amd64 (1.4.3+dfsg-1~deb12u1)
End-Date: 2026-11-20  09:00:10

Start-Date: 2026-11-18  06:11:02
Commandline: /usr/bin/unattended-upgrade
Upgrade: libssl3:amd64 (3.0.17-1, 3.0.18-1), openssl:amd64 (3.0.17-1, 3.0.18-1)
End-Date: 2026-11-18  06:11:20
`

describe('a Linux machine says', () => {
  test('its name and build, quoted in any of the ways of os-release', () => {
    expect(parseOsRelease('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\n', '6.1.0-41-amd64')).toEqual({ name: 'Debian GNU/Linux 12 (bookworm)', build: '12 / 6.1.0-41-amd64' })
    expect(parseOsRelease("NAME='Arch Linux'\nBUILD_ID=rolling\n", '6.12')).toEqual({ name: 'Arch Linux', build: 'rolling / 6.12' })
    expect(parseOsRelease('NAME="A \\"B\\""\n', '')).toEqual({ name: 'A "B"', build: '' })
    expect(parseOsRelease('', '6.12')).toBeNull()
  })

  test('when it was last brought up to date, and installing more is no update', () => {
    expect(lastAptUpgrade(APT)).toBe('2026-11-18')
    expect(lastDpkgUpgrade('2026-11-20 09:00:05 install clamav:amd64 <none> 1.4.3\n2026-11-17 06:00:00 upgrade tzdata:all 2026a 2026b\n2026-11-18 10:00:00 status installed tzdata:all 2026b\n')).toBe('2026-11-17')
    expect(lastPacmanUpgrade('[2026-11-28T10:01:02+0900] [ALPM] upgraded linux (6.11 -> 6.12)\n[2026-11-29T10:01:02+0900] [ALPM] installed vim (9)\n')).toBe('2026-11-28')
    expect(parseRpm('1764291600\tkernel\t5.14.0\n1700000000\tbash\t5.1\n').lastOn).toBe('2025-11-28')
    expect([lastAptUpgrade(''), lastAptUpgrade('Upgrade: x\nEnd-Date: 2026-13-45  09:00:00\n'), lastDpkgUpgrade('�PNG')]).toEqual([null, null, null])
  })

  test('its applications, by every way that they come in', () => {
    expect(parseDebian('ii \tdropbox\t2024.04\nrc \told-thing\t1.0\n\n')).toEqual([{ name: 'dropbox', version: '2024.04' }])
    expect(parseRpm('1700000000\tqbittorrent\t5.0\ngarbage\n').applications).toEqual([{ name: 'qbittorrent', version: '5.0' }])
    expect(parseTabs('Transmission\t4.0.6\n')).toEqual([{ name: 'Transmission', version: '4.0.6' }])
    expect(parseSnap('Name  Version  Rev  Tracking  Publisher  Notes\nnextcloud-desktop-client  3.1  9  latest/stable  x  -\n')).toEqual([{ name: 'nextcloud-desktop-client', version: '3.1' }])
    expect(parseDesktopEntry('[Desktop Entry]\nType=Application\nName=Dropbox\nName[ja]=ドロップボックス\nNoDisplay=true\n\n[Desktop Action Quit]\nName=Quit\n')).toEqual({ name: 'Dropbox', version: '' })
    expect(parseDesktopEntry('[Desktop Entry]\nType=Link\nName=Homepage\n')).toBeNull()
    expect(parseDesktopEntry('Name=No group at all\n')).toBeNull()
  })

  test('nothing of what it does not say', async () => {
    expect(await readLinux(machine({ platform: 'linux' }))).toEqual({ os: null, lastUpdateOn: null, applications: null })
  })

  test('all of it together', async () => {
    const facts = await readLinux(machine({
      platform: 'linux', kernel: '6.1', files: { '/etc/os-release': 'PRETTY_NAME="Debian"\n', '/var/log/apt/history.log': APT, '/home/mizuno/.local/share/applications/dropbox.desktop': '[Desktop Entry]\nType=Application\nName=Dropbox\n' },
      tools: { '/usr/bin/dpkg-query': 'ii \tbash\t5.2\n' },
    }))
    expect(facts).toEqual({ os: { name: 'Debian', build: '6.1' }, lastUpdateOn: '2026-11-18', applications: [{ name: 'bash', version: '5.2' }, { name: 'Dropbox', version: '' }] })
  })
})
