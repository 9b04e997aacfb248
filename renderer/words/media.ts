import { both } from './both.ts'

export const media = both({
  title: '媒体', lead: '業務で使う電磁的記録媒体は、情報が入っていなくても登録し、施錠して保管します。',
  register: '媒体を登録する', registerNow: '登録する', empty: '登録された媒体はまだありません', emptyLead: 'USBメモリやディスクは、登録したものだけを受領や送付に使えます。製造番号は本体の刻印を見て入力してください。',
  table: '媒体管理簿', no: '媒体番号', noWhy: '空欄のままにすると、自動で番号が付きます。', type: '種別', maker: 'メーカー', model: '型番', serial: '製造番号', capacity: '容量（GB）', capacityHead: '容量', owner: '所有', ownerNo: '甲の管理番号', storagePlace: '保管場所', lockType: '施錠の方法', lockExample: '例：シリンダー錠', keyHolder: '鍵の管理者', state: '状態', registeredAt: '登録日時',
  ownerCity: '市（甲）', ownerContractor: '受託者（乙）',
  bringBack: '戻りを記録する', bringBackLead: '送った媒体が戻ったら、どこに施錠して保管したかを記録します。',
  need: '「{{field}}」を入力してください。',
}, {
  title: 'Media', lead: 'Every medium used in the work is registered and kept under lock, blank or not.',
  register: 'Register a medium', registerNow: 'Register', empty: 'No medium is registered yet', emptyLead: 'Only registered sticks and disks can be received or sent. Read the serial number off the medium itself.',
  table: 'Media register', no: 'Medium no.', noWhy: 'Left empty, a number is given.', type: 'Kind', maker: 'Maker', model: 'Model', serial: 'Serial no.', capacity: 'Capacity (GB)', capacityHead: 'Capacity', owner: 'Owner', ownerNo: 'City’s own number', storagePlace: 'Kept at', lockType: 'Lock', lockExample: 'e.g. cylinder lock', keyHolder: 'Key holder', state: 'State', registeredAt: 'Registered',
  ownerCity: 'City (甲)', ownerContractor: 'Contractor (乙)',
  bringBack: 'Record that it is back', bringBackLead: 'When a sent medium is back, record where it is locked away.',
  need: 'Please fill in “{{field}}”.',
})
