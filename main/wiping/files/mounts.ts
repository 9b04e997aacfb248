/** One line of /proc/self/mountinfo (proc(5)). */
export interface Mount { id: number; device: string; point: string; options: string[]; type: string; source: string; superOptions: string[] }

/** What is mounted where; lines that are none are left out. */
export function readMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ')
    const [id, , device, , point, options] = before?.split(' ') ?? []
    const [type, source, superOptions] = after?.split(' ') ?? []
    if (id === undefined || device === undefined || point === undefined || options === undefined || type === undefined || source === undefined) return []
    return [{ id: Number(id), device, point: unescaped(point), options: options.split(','), type, source: unescaped(source), superOptions: (superOptions ?? '').split(',') }]
  })
}

/** Blanks, tabs, line ends and backslashes are written in octal. */
const unescaped = (text: string): string => text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
