import { keepCertificate, saveCertificate, showCertificate } from '../contracts/certificates.ts'
import { addCertification, addRecipient, agreeService, hashFile, listContracts, openContract, registerKey } from '../contracts/use.ts'
import { lookAtKey, revokeKey } from '../contracts/keys.ts'
import { appoint, changeSupervisor, endPost, readOrganisation } from '../contracts/appointing.ts'
import { acknowledgeSpecification, agreeSpecification, keepSpecification, listSpecifications, readSpecification, saveSpecification } from '../contracts/specifying.ts'
import { closeContract } from '../settlement/closing.ts'
import type { contracts as asked } from '../contract/contracts.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const contracts = (world: World): DeskOf<typeof asked> => ({
  contracts: {
    open: (order) => openContract(world, order),
    list: () => listContracts(world),
    addRecipient: (order) => addRecipient(world, order),
    agreeService: (order) => agreeService(world, order),
    addCertification: (order) => addCertification(world, order),
    keepCertificate: (order) => keepCertificate(world, order),
    showCertificate: (order) => showCertificate(world, order),
    saveCertificate: (order) => saveCertificate(world, order),
    registerKey: (order) => registerKey(world, order),
    lookAtKey: (order) => lookAtKey(world, order),
    revokeKey: (order) => revokeKey(world, order),
    organisation: ({ contractId }) => readOrganisation(world, contractId),
    appoint: (order) => appoint(world, order),
    endPost: (order) => endPost(world, order),
    changeSupervisor: (order) => changeSupervisor(world, order),
    specifications: ({ contractId }) => listSpecifications(world, contractId),
    agreeSpecification: (order) => agreeSpecification(world, order),
    keepSpecification: (order) => keepSpecification(world, order),
    readSpecification: (order) => readSpecification(world, order),
    saveSpecification: (order) => saveSpecification(world, order),
    acknowledgeSpecification: (order) => acknowledgeSpecification(world, order),
    close: (order) => closeContract(world, order),
    hashFile: (order) => hashFile(world, order),
  },
})
