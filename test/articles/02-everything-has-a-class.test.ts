import { expect, test } from 'vitest'
import { contract } from '../../core/contract.ts'
import { article } from '../article.ts'
import { ATENA, designation, receivedFiles, receiving, staffedOffice } from '../cast.ts'

article('2', () => {
  test('what is received bears its class and whether it holds personal information', async () => {
    const office = await staffedOffice()
    const { items } = await receivedFiles(office)
    expect(items).toMatchObject([{ importanceClass: '重要情報', personalInfo: true, myNumber: false }])
  })

  test('what has no class is not received', async () => {
    const office = await staffedOffice()
    const handover = await office.desk.handovers.designate(designation(office))
    const order = receiving(handover, office, [ATENA])
    const { importanceClass: _gone, ...classless } = order.wordsForAll
    expect(contract.handovers.receive.input.safeParse({ ...order, wordsForAll: classless }).success).toBe(false)
  })
})
