import { makeCase } from "./case";

export default makeCase;
