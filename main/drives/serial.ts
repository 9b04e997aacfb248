// What stands in a certificate as "serial number" must be that of the medium. USB bridges hide it, invent it or answer with their own,
// and a wrong number is worse than none: "not obtainable" (null) is a value.

/**
 * The serial number of a drive as it may be used to know it again, or null when it cannot be obtained.
 * Maker and model tell card readers (whose number is the reader's and not the card's) and bridges that swap bytes.
 */
export function obtainableSerial(raw: unknown, { maker, model }: { maker: string; model: string }): string | null {
  // Padded with blanks or zero bytes; anything else that is not plain text is damage, and a damaged number is another number.
  const serial = typeof raw === 'string' ? raw.replace(/[\s\0]+/g, '') : ''
  if (!/^[\x21-\x7e]{4,64}$/.test(serial)) return null
  return isInvented(serial.toUpperCase()) || isCardReader(`${maker} ${model}`) || isByteSwapped(model) || isByteSwapped(maker) ? null : serial
}

/** The same number on two drives is the number of neither. Multipath: two ways to one drive look just so, and are not wiped either. */
export function withoutDoubles<T extends { serial: string | null }>(drives: readonly T[]): T[] {
  const times = new Map<string, number>()
  for (const { serial } of drives) if (serial !== null) times.set(serial.toUpperCase(), (times.get(serial.toUpperCase()) ?? 0) + 1)
  return drives.map((drive) => (drive.serial !== null && (times.get(drive.serial.toUpperCase()) ?? 0) > 1 ? { ...drive, serial: null } : drive))
}

/** Numbers that say nothing of the drive, each with its reason. */
const INVENTED: readonly { like: RegExp; why: string }[] = [
  { like: /^0+[0-9A-F]$/, why: 'blank, or the first of a series: unprogrammed controllers' },
  { like: /^(.)\1*$/, why: 'one character over and over: erased or unprogrammed memory (0000…, FFFF…, XXXX)' },
  { like: /^(..)\1+$/, why: 'two characters over and over (0101…, ABAB…)' },
  { like: /^0*DD56419883/, why: 'the default of JMicron USB bridges, the same on all boxes of one make' },
  { like: /^058F\d{8}$/, why: 'Alcor card readers and sticks: their vendor number and the chip\'s, the same on each' },
  { like: /^0{6,}\d{1,4}$/, why: 'Genesys card readers and the like (000000009451, 000000000272): the revision of the chip' },
  { like: /^2010\d{8}0{0,5}$/, why: 'Realtek card readers (20100201396000000): the day of the chip\'s program' },
  { like: /^(SN|SERIAL|S\/N)?-?(NONE|NULL|NA|N\/A|UNKNOWN|DEFAULT|DEFAULTSTRING|TOBEFILLEDBYO\.?E\.?M\.?|NOTAPPLICABLE|NOTSPECIFIED|SERIALNUMBER|INVALID|EMPTY)$/, why: 'words of those who had no number' },
]

function isInvented(serial: string): boolean {
  return INVENTED.some(({ like }) => like.test(serial)) || countsUpOrDown(serial)
}

/** 123456789ABC, 0123456789ABCDEF, 9876543210, 012345678901: samples that were never replaced. */
function countsUpOrDown(serial: string): boolean {
  const [decimal, hex] = ['0123456789', '0123456789ABCDEF'].map((digits) => digits.repeat(5))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const backwards = [...serial].toReversed().join('')
  return [decimal, hex, letters].some((row) => row?.includes(serial) || row?.includes(backwards))
}

/** The number of a reader's slot stays when the card is changed. */
const isCardReader = (model: string): boolean =>
  /card.?reader|multi.?(card|reader)|\bCRW\b|\bSD\/MMC|\bSD-?MMC\b|\bMMC\/MS|\bSM\/xD|Compact ?Flash|\bMicroSD\b|\bSDHC\b|\bSDXC\b|Storage Device CF|SD.?Reader|Reader.?Writer|\bUSB ?HS-(SD|CF|MS|SM|xD)/i.test(model)

/**
 * ATA words come with their bytes swapped, and some bridges pass them on so: "aSsmnu gSS D" for "Samsung SSD". The number is
 * swapped then too, and nobody can tell it from a real one. Known by a maker's name that appears only after swapping back.
 */
function isByteSwapped(model: string): boolean {
  const MAKERS = /SAMSUNG|WDC ?WD|TOSHIBA|HITACHI|SEAGATE|KINGSTON|CRUCIAL|SANDISK|INTEL|MICRON|KIOXIA|FUJITSU|MAXTOR|HGST/i
  const swapped = model.replace(/(.)(.)/gs, '$2$1')
  return MAKERS.test(swapped) && !MAKERS.test(model)
}
