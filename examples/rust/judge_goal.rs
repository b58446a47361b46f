//! Judges a plan from its tables, in Rust. What it does is told in ../judge_goal.c.
//!
//!     rustc judge_goal.rs -L LIBDIR -l attain && ./judge_goal PLAN DATA GOAL
use std::os::raw::{c_char, c_void};
use std::{env, ffi::CStr, ffi::CString, mem::zeroed, ptr::null_mut};

#[repr(C)]
struct Error { code: i32, reserved: i32, row: i64, field: [c_char; 64], message: [c_char; 440] }

type Text = *const c_char;
#[repr(C)]
struct Node {
    struct_size: usize, id: Text, name: Text, level: Text, owner: Text, source: Text,
    unit: Text, row_count: usize, weight: f64, lower: f64, upper: f64, kind: i32, row: i32,
    parent: i32, depth: i32, due: i32, series: i32, comparator: i32, score: i32,
    decimals: i32, soft: i32, veto: i32, judge: i32, method: i32, reserved: i32,
}

type Handle = *mut c_void;
type Made = *mut Handle;
const KIND_TARGET: i32 = 1;
const VERDICT: i32 = 2;
const SCORE: i32 = 10;
const VERDICT_WORDS: i32 = 12;

extern "C" {
    fn attain_read_plan(folder: Text, options: Handle, out: Made, err: *mut Error) -> i32;
    fn attain_read_dataset(folder: Text, options: Handle, out: Made, err: *mut Error) -> i32;
    fn attain_evaluate(p: Handle, d: Handle, options: Handle, out: Made, err: *mut Error) -> i32;
    fn attain_evaluation_node_count(ev: Handle) -> usize;
    fn attain_evaluation_find_node(ev: Handle, id: Text, length: usize) -> i32;
    fn attain_evaluation_get_node(ev: Handle, i: i32, out: *mut Node, err: *mut Error) -> i32;
    fn attain_evaluation_value(ev: Handle, measure: i32, node: i32, row: i64) -> f64;
    fn attain_word(vocabulary: i32, value: i32) -> Text;
    fn attain_plan_destroy(plan: Handle);
    fn attain_dataset_destroy(data: Handle);
    fn attain_evaluation_destroy(ev: Handle);
}

unsafe fn text(t: Text) -> String { CStr::from_ptr(t).to_string_lossy().into_owned() }

/// What a call makes, or what it says is wrong.
unsafe fn make(call: impl FnOnce(Made, *mut Error) -> i32) -> Result<Handle, String> {
    let (mut out, mut err) = (null_mut(), zeroed::<Error>());
    if call(&mut out, &mut err) == 0 { Ok(out) } else { Err(text(err.message.as_ptr())) }
}

unsafe fn judge(words: &[CString]) -> Result<(), String> {
    let plan = make(|out, err| attain_read_plan(words[0].as_ptr(), null_mut(), out, err))?;
    let data = make(|out, err| attain_read_dataset(words[1].as_ptr(), null_mut(), out, err))?;
    let ev = make(|out, err| attain_evaluate(plan, data, null_mut(), out, err))?;
    println!("{:.1} of 100", attain_evaluation_value(ev, SCORE, 0, 0));
    let parent = attain_evaluation_find_node(ev, words[2].as_ptr(), words[2].as_bytes().len());
    for i in 0..attain_evaluation_node_count(ev) as i32 {
        let mut node = Node { struct_size: std::mem::size_of::<Node>(), ..zeroed() };
        attain_evaluation_get_node(ev, i, &mut node, null_mut());
        if node.kind == KIND_TARGET && node.parent == parent {
            let verdict = attain_word(VERDICT_WORDS, attain_evaluation_value(ev, VERDICT, i, 0) as i32);
            println!("{} {} {}", text(node.id), text(verdict), text(node.name));
        }
    }
    (attain_evaluation_destroy(ev), attain_dataset_destroy(data), attain_plan_destroy(plan));
    Ok(())
}

fn main() -> Result<(), String> {
    let words: Vec<_> = env::args().skip(1).map(|a| CString::new(a).unwrap()).collect();
    if words.len() == 3 { unsafe { judge(&words) } } else { Err("PLAN DATA GOAL".into()) }
}
