// Judges a plan from its tables, in Go. What it does is told in
// ../judge_goal.c. cgo reads the header itself, by pkg-config:
//
//	go run judge_goal.go PLAN DATA GOAL
package main

// #cgo pkg-config: attain
// #include <attain.h>
// #include <stdlib.h>
import "C"

import (
	"fmt"
	"os"
	"unsafe"
)

// check panics with what the library says is wrong.
func check(status C.attain_status, err *C.attain_error) {
	if status != C.ATTAIN_OK {
		panic(C.GoString(&err.message[0]))
	}
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: judge_goal PLAN DATA GOAL")
		os.Exit(2)
	}
	defer func() {
		if message := recover(); message != nil {
			fmt.Fprintln(os.Stderr, message)
			os.Exit(1)
		}
	}()
	var words [3]*C.char
	for i := range words {
		words[i] = C.CString(os.Args[i+1])
		defer C.free(unsafe.Pointer(words[i]))
	}
	var plan *C.attain_plan
	var data *C.attain_dataset
	var ev *C.attain_evaluation
	var err C.attain_error
	check(C.attain_read_plan(words[0], nil, &plan, &err), &err)
	defer C.attain_plan_destroy(plan)
	check(C.attain_read_dataset(words[1], nil, &data, &err), &err)
	defer C.attain_dataset_destroy(data)
	check(C.attain_evaluate(plan, data, nil, &ev, &err), &err)
	defer C.attain_evaluation_destroy(ev)

	fmt.Printf("%.1f of 100\n",
		C.attain_evaluation_value(ev, C.ATTAIN_MEASURE_SCORE, 0, 0))
	parent := C.attain_evaluation_find_node(ev, words[2],
		C.attain_nul_terminated())
	count := C.int32_t(C.attain_evaluation_node_count(ev))
	for i := C.int32_t(0); i < count; i++ {
		var node C.attain_node
		C.attain_node_init(&node)
		check(C.attain_evaluation_get_node(ev, i, &node, &err), &err)
		if node.kind == C.ATTAIN_KIND_TARGET && node.parent == parent {
			verdict := C.attain_evaluation_value(ev,
				C.ATTAIN_MEASURE_VERDICT, i, 0)
			fmt.Println(C.GoString(node.id), C.GoString(C.attain_word(
				C.ATTAIN_VOCABULARY_VERDICT, C.int32_t(verdict))),
				C.GoString(node.name))
		}
	}
}
