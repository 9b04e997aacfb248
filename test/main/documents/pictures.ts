import { crc32, deflateSync } from 'node:zlib'
import { create } from 'qrcode'

/** A picture of a QR code as PNG, six points a module, by so many quarter turns. */
export function qrPicture(text: string, { turns = 0, scale = 6 }: { turns?: number; scale?: number } = {}): Uint8Array {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const side = (modules.size + 8) * scale
  const rows = Buffer.alloc(side * (side + 1), 255)
  for (let y = 0; y < side; y++) {
    rows[y * (side + 1)] = 0
    for (let x = 0; x < side; x++) {
      const [column, row] = turned(Math.floor(x / scale) - 4, Math.floor(y / scale) - 4, modules.size, turns)
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
      if (isInside && modules.get(row, column) === 1) rows[y * (side + 1) + 1 + x] = 0
    }
  }
  return png(side, side, deflateSync(rows))
}

/** A grey PNG around whatever is given as its packed rows. */
export function png(width: number, height: number, packed: Buffer): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]))
}

function turned(x: number, y: number, size: number, turns: number): [number, number] {
  return turns === 0 ? [x, y] : turned(y, size - 1 - x, size, turns - 1)
}

function chunk(type: string, content: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, sum])
}
