export { terminalTable } from '@slipform/kit/text/terminal-table';
