export { useRegisters, type ProjectRegisters } from '../../persistence/registers'
