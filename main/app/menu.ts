import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { SOFTWARE } from '../../core/software.ts'

/** A small menu: what the keyboard needs (copy, paste, zoom), and in a build from the tree what a developer needs. */
export function buildMenu(): Menu {
  const developing: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  return Menu.buildFromTemplate([
    { label: 'ファイル', submenu: [{ role: 'quit', label: '終了' }] },
    {
      label: '編集',
      submenu: [
        { role: 'undo', label: '元に戻す' },
        { role: 'redo', label: 'やり直す' },
        { type: 'separator' },
        { role: 'cut', label: '切り取り' },
        { role: 'copy', label: 'コピー' },
        { role: 'paste', label: '貼り付け' },
        { role: 'selectAll', label: 'すべて選択' },
      ],
    },
    {
      label: '表示',
      submenu: [
        { role: 'zoomIn', label: '拡大' },
        { role: 'zoomOut', label: '縮小' },
        { role: 'resetZoom', label: '等倍' },
        { role: 'togglefullscreen', label: '全画面' },
        ...(app.isPackaged ? [] : developing),
      ],
    },
    // Whoever tells of a fault is asked for it.
    { label: 'ヘルプ', submenu: [{ label: `バージョン ${SOFTWARE}`, enabled: false }] },
  ])
}
