export { compileAssembly, type Assembly, type Layer } from './assemble';
