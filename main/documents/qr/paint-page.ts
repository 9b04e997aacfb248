import type { Picture } from './read-qr.ts'

/** A page of ours has some 2,000 squares; one of somebody else is cut off here. */
const MOST_SQUARES = 50_000
const LONGEST_PAGE = 16 * 1024 * 1024
/** Points across the picture: five for a module of a code on a page of A4. */
const ACROSS = 3_000
const MARGIN = 24

interface Square { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
type Matrix = readonly [number, number, number, number, number, number]
interface State { readonly matrix: Matrix; readonly dark: boolean }

/**
 * Paints the dark rectangles of a page's content (ISO 32000-1 §8), and nothing else of it: programs that draw a page anew keep a QR
 * code as squares, however they write them. Null where there are too few for a code.
 */
export function paintPage(content: string): Picture | null {
  if (content.length > LONGEST_PAGE) return null
  const squares = squaresIn(content)
  return squares.length < 200 ? null : paint(squares)
}

function squaresIn(content: string): Square[] {
  const squares: Square[] = []
  const saved: State[] = []
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], dark: true }
  let operands: number[] = []
  let path: Square[] = []
  let corners: [number, number][] = []
  const close = (): void => { path.push(...(isSquare(corners) ? [boxOf(corners, state.matrix)] : [])); corners = [] }

  const token = /\((?:\\.|[^\\()])*\)|<[0-9a-fA-F\s]*>|\/[^\s/()<>[\]]*|[-+]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"*]+/g
  for (let found = token.exec(content); found && squares.length < MOST_SQUARES; found = token.exec(content)) {
    const [word] = found
    const number = Number(word)
    if (/^[-+.\d]/.test(word) && Number.isFinite(number)) { if (operands.length < 64) operands.push(number); continue }
    const [a = 0, b = 0, c = 0, d = 0] = operands
    switch (word) {
      case 'q': if (saved.length < 256) saved.push(state); break
      case 'Q': state = saved.pop() ?? state; break
      case 'cm': if (operands.length === 6) state = { ...state, matrix: times(operands as unknown as Matrix, state.matrix) }; break
      case 'g': case 'rg': case 'k': case 'sc': case 'scn': state = { ...state, dark: isDark(operands) }; break
      case 're': path.push(boxOf([[a, b], [a + c, b + d]], state.matrix)); break
      case 'm': close(); corners = [[a, b]]; break
      case 'l': if (corners.length < 8) corners.push([a, b]); break
      case 'c': case 'v': case 'y': corners = Array.from({ length: 9 }, () => [0, 0]); break
      case 'h': close(); break
      case 'f': case 'F': case 'f*': case 'B': case 'B*': case 'b': case 'b*':
        close()
        if (state.dark) squares.push(...path)
        path = []
        break
      case 'n': case 'S': case 's': path = []; corners = []; break
      default:
    }
    operands = []
  }
  return squares
}

function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

/** One number is grey, three are red, green and blue, four are inks. */
function isDark(colour: readonly number[]): boolean {
  if (colour.length === 4) return (colour[3] ?? 0) > 0.5 || colour.slice(0, 3).every((ink) => ink > 0.5)
  return colour.length > 0 && colour.every((light) => light < 0.4)
}

/** Four corners (the fifth is the first again), each beside or above the one before. */
function isSquare(corners: readonly [number, number][]): boolean {
  const [first, last] = [corners[0], corners.at(-1)]
  const own = corners.length === 5 && first && last && first[0] === last[0] && first[1] === last[1] ? corners.slice(0, 4) : corners
  return own.length === 4 && own.every(([x, y], i) => { const [nx, ny] = own[(i + 1) % 4] ?? [x, y]; return x === nx || y === ny })
}

function boxOf(corners: readonly [number, number][], [a, b, c, d, e, f]: Matrix): Square {
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  return { left: Math.min(...xs), right: Math.max(...xs), top: -Math.max(...ys), bottom: -Math.min(...ys) }
}

function paint(squares: readonly Square[]): Picture | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const square of squares) {
    left = Math.min(left, square.left); right = Math.max(right, square.right)
    top = Math.min(top, square.top); bottom = Math.max(bottom, square.bottom)
  }
  const scale = Math.min(8, ACROSS / Math.max(right - left, bottom - top))
  if (!Number.isFinite(scale) || scale <= 0) return null
  const [width, height] = [Math.ceil((right - left) * scale) + 2 * MARGIN, Math.ceil((bottom - top) * scale) + 2 * MARGIN]
  const points = new Uint32Array(width * height).fill(0xffffffff)
  let work = 4 * points.length
  for (const square of squares) {
    const [from, to] = [square.left, square.right].map((x) => MARGIN + Math.round((x - left) * scale))
    const [first, last] = [square.top, square.bottom].map((y) => MARGIN + Math.round((y - top) * scale))
    // Squares upon squares without end would be work without end.
    work -= ((to ?? 0) - (from ?? 0)) * ((last ?? 0) - (first ?? 0))
    if (work < 0) return null
    for (let y = first ?? 0; y < (last ?? 0); y++) points.fill(0xff000000, y * width + (from ?? 0), y * width + (to ?? 0))
  }
  return { width, height, data: new Uint8ClampedArray(points.buffer) }
}
