import * as z from 'zod'
import { Name } from '../text.ts'

export const LeakKind = z.enum(['file-sharing', 'cloud-sync', 'remote-control'])
export type LeakKind = z.infer<typeof LeakKind>

/** An application by which information has leaked, or easily may (Art. 11(10)キ), and the words by which it is known. */
export const LeakProne = z.object({ name: Name, kind: LeakKind, words: z.array(Name).min(1).max(20) })
export type LeakProne = z.infer<typeof LeakProne>

export const ListLeakProne = z.object({ applications: z.array(LeakProne).max(500) })

const sharing = (name: string, ...words: string[]): LeakProne => ({ name, kind: 'file-sharing', words: [name, ...words] })
const cloud = (name: string, ...words: string[]): LeakProne => ({ name, kind: 'cloud-sync', words: [name, ...words] })

/** What an office begins with [trade]; each office keeps its own list from there on. */
export const leakProneByDefault: readonly LeakProne[] = [
  sharing('Winny', 'winnyp', 'ウィニー'), sharing('Share', 'Share EX2', 'ShareNT', 'Share TCP', 'Share UDP'), sharing('WinMX'), sharing('Perfect Dark', 'perfectdark'), sharing('Cabos'), sharing('LimeWire'), sharing('Shareaza'),
  sharing('BitTorrent', 'μTorrent', 'µTorrent', 'uTorrent', 'BitComet', 'qBittorrent', 'Transmission', 'Deluge', 'Vuze', 'Azureus', 'Tixati', 'KTorrent', 'Free Download Manager', 'libtorrent'), sharing('eMule', 'aMule', 'eDonkey'), sharing('Gnutella', 'FrostWire', 'gtk-gnutella'), sharing('Soulseek', 'Nicotine+'),
  cloud('Dropbox'), cloud('Google ドライブ', 'Google Drive', 'GoogleDriveFS', 'Backup and Sync'), cloud('OneDrive'), cloud('iCloud', 'iCloud Drive'), cloud('Box', 'Box Drive', 'Box Sync'), cloud('MEGA', 'MEGAsync'), cloud('pCloud'), cloud('Nextcloud', 'ownCloud'), cloud('Yandex.Disk', 'yandex-disk'), cloud('Syncthing', 'Resilio Sync'),
]

/** Words of a name's own: 'Share' is not in 'SharePoint', and 'Box' not in 'VirtualBox'. */
const BESIDE = String.raw`[\p{Letter}\p{Number}]`

/** Which of the list an installed application is; null for what is not on it. Width, case and version numbers do not matter. */
export function leakProneAs(installed: string, list: readonly LeakProne[]): LeakProne | null {
  const name = plain(installed)
  return list.find(({ words }) => words.some((word) => new RegExp(`(?<!${BESIDE})${escaped(plain(word))}(?!${BESIDE})`, 'u').test(name) && !isKnownOther(name, plain(word)))) ?? null
}

/** A short word means the application only where it is all of its name: 'Share' is one, 'Share Sheet Tools' is another. */
function isKnownOther(name: string, word: string): boolean {
  return word.length <= 5 && !word.includes(' ') && name.replace(/\b(v|ver|version)?\.?\s*\d[\w.]*|[\s.()_-]+|x64|x86|64-?bit|beta|portable/gu, '') !== word.replace(/[\s\d.()_-]+/gu, '')
}

const plain = (words: string): string => words.normalize('NFKC').toLowerCase().trim()
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
