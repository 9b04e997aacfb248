import { createCipheriv } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const MIB = 1 << 20
const SURNAMES = ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤']
const NAMES = ['一郎', '花子', '太郎', '次郎', '美咲', '翔太', 'さくら', '健', '直子', '大輔']
const TOWNS = ['架空市一丁目', '架空市二丁目', '見本町', '例示町', '試験町']

/** Three corpora that are the same on every machine: drawings that do not shrink, a resident register, twenty thousand small files. */
export function makeCorpora(folder, { mebibytes = 1024, files = 20_000 } = {}) {
  const corpora = { incompressible: join(folder, `drawings-${mebibytes}`), csv: join(folder, `register-${mebibytes}`), small: join(folder, `small-${files}`) }
  makeOnce(corpora.incompressible, (path) => writeDrawings(path, mebibytes))
  makeOnce(corpora.csv, (path) => writeRegister(path, mebibytes))
  makeOnce(corpora.small, (path) => writeSmallFiles(path, files))
  return corpora
}

function makeOnce(path, write) {
  if (existsSync(path)) return
  const draft = `${path}.part`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  write(draft)
  renameSync(draft, path)
}

function writeDrawings(folder, mebibytes) {
  const noise = noiseMaker()
  const file = openSync(join(folder, 'drawings.bin'), 'w')
  for (let i = 0; i < mebibytes; i++) writeSync(file, noise(MIB))
  closeSync(file)
}

function writeRegister(folder, mebibytes) {
  const chance = dice(1)
  const file = openSync(join(folder, 'rows.csv'), 'w')
  for (let written = 0, id = 0; written < mebibytes * MIB;) {
    const rows = Buffer.from(Array.from({ length: 8000 }, () => row(++id, chance)).join(''))
    written += writeSync(file, rows, 0, Math.min(rows.length, mebibytes * MIB - written))
  }
  closeSync(file)
}

function row(id, chance) {
  const two = (n) => String(n).padStart(2, '0')
  const birthday = `${1930 + chance(90)}-${two(1 + chance(12))}-${two(1 + chance(28))}`
  const address = `${TOWNS[chance(5)]}${chance(99)}番${chance(30)}号`
  return `${String(id).padStart(8, '0')},${SURNAMES[chance(10)]} ${NAMES[chance(10)]},${birthday},${address},${chance(1_000_000)},${chance(2) ? '男' : '女'},0${10 + chance(90)}-${1000 + chance(9000)}-${1000 + chance(9000)}\r\n`
}

/** 200 bytes to 32 KB, most of them small; three of four are text. */
function writeSmallFiles(folder, count) {
  const chance = dice(2)
  const noise = noiseMaker()(MIB)
  for (let i = 0; i < count; i++) {
    const drawer = join(folder, String(i % 200).padStart(3, '0'))
    if (i < 200) mkdirSync(drawer)
    const bytes = Math.floor(200 * 160 ** (chance(10_000) / 10_000))
    writeFileSync(join(drawer, `文書_${i}.txt`), i % 4 === 0 ? noise.subarray(i * 16 % (MIB - 40_000), i * 16 % (MIB - 40_000) + bytes) : text(bytes, chance))
  }
}

function text(bytes, chance) {
  let lines = ''
  for (let id = 1; lines.length < bytes; id++) lines += row(id, chance)
  return Buffer.from(lines).subarray(0, bytes)
}

function noiseMaker() {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16))
  return (bytes) => cipher.update(Buffer.alloc(bytes))
}

function dice(seed) {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
