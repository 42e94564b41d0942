export { compileAssembly, type Assembly } from './assemble';
