// Judges a plan from its tables, in Node. What it does is told in
// ../judge_goal.c. Needs koffi (npm install koffi@2) and the shared library:
//
//     node judge_goal.js libattain.so PLAN DATA GOAL
const koffi = require('koffi');

const [library, planFolder, dataFolder, goal] = process.argv.slice(2);
if (goal === undefined)
  throw new Error('usage: judge_goal.js LIBRARY PLAN DATA GOAL');
const lib = koffi.load(library);
for (const name of ['attain_plan', 'attain_dataset', 'attain_evaluation'])
  koffi.opaque(name);
koffi.struct('attain_error', {
  code: 'int32_t', reserved: 'int32_t', row: 'int64_t',
  field: koffi.array('char', 64), message: koffi.array('char', 440),
});
koffi.struct('attain_node', {
  struct_size: 'size_t', id: 'str', name: 'str', level: 'str', owner: 'str',
  source: 'str', unit: 'str', row_count: 'size_t', weight: 'double',
  lower: 'double', upper: 'double', kind: 'int32_t', row: 'int32_t',
  parent: 'int32_t', depth: 'int32_t', due: 'int32_t', series: 'int32_t',
  comparator: 'int32_t', score: 'int32_t', decimals: 'int32_t',
  soft: 'int32_t', veto: 'int32_t', judge: 'int32_t', method: 'int32_t',
  reserved: 'int32_t',
});
const KIND_TARGET = 1, VERDICT = 2, SCORE = 10, VERDICT_WORDS = 12;

const attain = {};
for (const prototype of [
  'int32_t read_plan(str, void *, _Out_ attain_plan **, ERR)',
  'int32_t read_dataset(str, void *, _Out_ attain_dataset **, ERR)',
  'int32_t evaluate(attain_plan *, attain_dataset *, void *, ' +
    '_Out_ attain_evaluation **, ERR)',
  'size_t evaluation_node_count(attain_evaluation *)',
  'int32_t evaluation_find_node(attain_evaluation *, str, size_t)',
  'int32_t evaluation_get_node(attain_evaluation *, int32_t, ' +
    '_Inout_ attain_node *, ERR)',
  'double evaluation_value(attain_evaluation *, int32_t, int32_t, int64_t)',
  'str word(int32_t, int32_t)',
  'void plan_destroy(attain_plan *)',
  'void dataset_destroy(attain_dataset *)',
  'void evaluation_destroy(attain_evaluation *)',
]) {
  const name = prototype.match(/(\w+)\(/)[1];
  attain[name] = lib.func(prototype.replace(name + '(', `attain_${name}(`)
    .replace('ERR', '_Out_ attain_error *'));
}

// Calls what fills `out`, and throws what it says is wrong.
function call(name, inputs, out) {
  const err = {};
  if (attain[name](...inputs, out, err) !== 0) throw new Error(err.message);
  return out;
}

const [plan] = call('read_plan', [planFolder, null], [null]);
const [data] = call('read_dataset', [dataFolder, null], [null]);
const [ev] = call('evaluate', [plan, data, null], [null]);
console.log(`${attain.evaluation_value(ev, SCORE, 0, 0).toFixed(1)} of 100`);
const parent = attain.evaluation_find_node(ev, goal, Buffer.byteLength(goal));
for (let i = 0; i < attain.evaluation_node_count(ev); i++) {
  const size = { struct_size: koffi.sizeof('attain_node') };
  const node = call('evaluation_get_node', [ev, i], size);
  if (node.kind !== KIND_TARGET || node.parent !== parent) continue;
  const verdict = attain.evaluation_value(ev, VERDICT, i, 0);
  console.log(node.id, attain.word(VERDICT_WORDS, verdict), node.name);
}
attain.evaluation_destroy(ev);
attain.dataset_destroy(data);
attain.plan_destroy(plan);
