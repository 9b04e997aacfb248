import type { Scanner } from '../../../core/viruses/scan.ts'
import type { Machine } from '../../../main/workstation/machine.ts'

interface Paper { platform: NodeJS.Platform; files?: Record<string, string>; tools?: Record<string, string>; scanner?: Scanner; kernel?: string }

/** A machine whose files and tools are written down here. */
export const machine = ({ platform, files = {}, tools = {}, scanner, kernel = '' }: Paper): Machine => ({
  platform, kernel, home: '/home/mizuno',
  ask: async (tool) => tools[tool] ?? null,
  read: async (path) => files[path] ?? null,
  list: async (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)).filter((name) => !name.includes('/')),
  scanner: async () => scanner ?? null,
})
