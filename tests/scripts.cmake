# Tests that are scripts; each says what it did, and exits 77 to skip.
find_program(ATTAIN_PYTHON NAMES python3)
# The distribution's own Python sees the distribution's modules.
find_program(ATTAIN_SYSTEM_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
set(tests ${PROJECT_SOURCE_DIR}/tests)

function(attain_script name)
  add_test(NAME ${name} COMMAND ${ARGN}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600
    ENVIRONMENT
    "ATTAIN_LIBRARY=$<TARGET_FILE:attain_shared>;PYTHONDONTWRITEBYTECODE=1")
endfunction()

if(TARGET attain_report)
  attain_script(examples.report sh ${tests}/package/report.sh
    $<TARGET_FILE:attain_report>)
  foreach(example build_plan judge_target many_counties numeric_alone)
    attain_script(examples.${example} $<TARGET_FILE:${example}>)
  endforeach()
  attain_script(examples.value_added $<TARGET_FILE:value_added>
    ${PROJECT_SOURCE_DIR}/examples/data/pupils/pupils.csv)
  set_tests_properties(examples.value_added PROPERTIES PASS_REGULAR_EXPRESSION
    "80 pupils  [^\n]*  above\n[^\n]*75 pupils  [^\n]*  below\n")
  set(baiquan ${PROJECT_SOURCE_DIR}/examples/data/baiquan)
  set(development ${PROJECT_SOURCE_DIR}/examples/data/human_development)
  attain_script(examples.index_page $<TARGET_FILE:index_page>
    ${development}/plan ${development}/data)
  attain_script(examples.judge_goal $<TARGET_FILE:judge_goal>
    ${baiquan}/plan ${baiquan}/data aims-1)
  attain_script(examples.what_it_takes $<TARGET_FILE:what_it_takes>
    ${baiquan}/plan ${baiquan}/data T1-09)
  if(ATTAIN_PYTHON)
    attain_script(conformance.commitments ${ATTAIN_PYTHON}
      ${tests}/conformance/check_baiquan.py)
    attain_script(examples.clerk ${ATTAIN_PYTHON} ${tests}/package/clerk.py
      $<TARGET_FILE:attain_report>)
    attain_script(conformance.verdicts sh ${tests}/conformance/verdicts.sh
      ${ATTAIN_PYTHON} $<TARGET_FILE:attain_report>)
    attain_script(conformance.standards_page ${ATTAIN_PYTHON}
      ${tests}/conformance/standards_page.py)
    attain_script(conformance.standards ${ATTAIN_PYTHON}
      ${tests}/conformance/standards.py $<TARGET_FILE:attain_report>)
    attain_script(conformance.county ${ATTAIN_PYTHON}
      ${tests}/conformance/county.py $<TARGET_FILE:attain_report>)
    attain_script(conformance.oracle ${ATTAIN_PYTHON}
      ${tests}/conformance/run.py $<TARGET_FILE:attain_report> --seeds 40)
    attain_script(conformance.display ${ATTAIN_PYTHON}
      ${tests}/conformance/display.py $<TARGET_FILE:attain_report>)
  endif()
  if(ATTAIN_SYSTEM_PYTHON)
    attain_script(evaluate.lens_oracle ${ATTAIN_SYSTEM_PYTHON}
      ${tests}/evaluate/lens_oracle.py $<TARGET_FILE:attain_report>)
  endif()
endif()

# What loads the library into another program cannot be sanitized.
if(NOT CMAKE_C_FLAGS MATCHES "-fsanitize|--coverage")
  attain_script(package.sources sh ${tests}/package/sources.sh)
  attain_script(package.format sh ${tests}/package/format.sh)
  attain_script(package.symbols sh ${tests}/package/symbols.sh
    $<TARGET_FILE:attain_shared> $<TARGET_FILE:attain_static>)
  attain_script(ffi.luajit sh ${tests}/ffi/test_luajit.sh
    $<TARGET_FILE:attain_shared>)
  if(ATTAIN_PYTHON)
    attain_script(conformance.published ${ATTAIN_PYTHON}
      ${tests}/conformance/published.py)
    attain_script(ffi.api ${ATTAIN_PYTHON}
      ${tests}/ffi/test_api.py $<TARGET_FILE:attain_shared>)
    attain_script(numeric.inequality_oracle ${ATTAIN_PYTHON}
      ${tests}/numeric/inequality.py)
    attain_script(index.oracle ${ATTAIN_PYTHON} ${tests}/index/oracle.py)
    attain_script(numeric.equity_oracle ${ATTAIN_PYTHON}
      ${tests}/numeric/equity.py)
    attain_script(numeric.published ${ATTAIN_PYTHON}
      ${tests}/numeric/published.py)
    attain_script(numeric.second ${ATTAIN_PYTHON}
      ${tests}/numeric/second.py)
    attain_script(numeric.evidence ${ATTAIN_PYTHON}
      ${tests}/numeric/evidence.py)
    attain_script(numeric.order ${ATTAIN_PYTHON} ${tests}/numeric/order.py)
    attain_script(ffi.binding ${ATTAIN_PYTHON} ${tests}/ffi/test_binding.py
      $<TARGET_FILE:attain_shared>)
    attain_script(ffi.contract ${ATTAIN_PYTHON}
      ${tests}/ffi/test_contract.py $<TARGET_FILE:attain_shared>)
    attain_script(ffi.arrow ${ATTAIN_PYTHON} ${tests}/ffi/test_arrow.py
      $<TARGET_FILE:attain_shared>)
    attain_script(docs.examples ${ATTAIN_PYTHON}
      ${tests}/package/docs_examples.py ${PROJECT_BINARY_DIR})
  endif()
  if(ATTAIN_SYSTEM_PYTHON)
    attain_script(ffi.cffi ${ATTAIN_SYSTEM_PYTHON} ${tests}/ffi/test_cffi.py
      $<TARGET_FILE:attain_shared>)
    attain_script(numeric.oracle_describe ${ATTAIN_SYSTEM_PYTHON}
      ${tests}/numeric/oracle_describe.py $<TARGET_FILE:attain_shared>)
    attain_script(numeric.compose ${ATTAIN_SYSTEM_PYTHON}
      ${tests}/numeric/compose.py $<TARGET_FILE:attain_shared>)
    attain_script(improve.oracle_level ${ATTAIN_SYSTEM_PYTHON}
      ${tests}/improve/oracle_level.py $<TARGET_FILE:attain_shared>)
    attain_script(ffi.wheel ${ATTAIN_SYSTEM_PYTHON} ${tests}/ffi/test_wheel.py
      $<TARGET_FILE:attain_shared>)
    if(NOT ATTAIN_SYSTEM_PYTHON STREQUAL ATTAIN_PYTHON)
      attain_script(ffi.binding_system ${ATTAIN_SYSTEM_PYTHON}
        ${tests}/ffi/test_binding.py $<TARGET_FILE:attain_shared>)
    endif()
  endif()
endif()

# What does not depend on the compiler of this build is tested with one.
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND
    NOT CMAKE_C_FLAGS MATCHES "-fsanitize|--coverage")
  foreach(way consumer pkgconfig)
    attain_script(package.${way} sh ${tests}/package/${way}.sh
      ${PROJECT_BINARY_DIR})
  endforeach()
  attain_script(package.header_alone sh ${tests}/package/header_alone.sh)
  attain_script(package.header_sets sh ${tests}/package/header_sets.sh)
  attain_script(package.threads sh ${tests}/package/threads.sh)
  attain_script(package.abi sh ${tests}/package/abi.sh)
  attain_script(ffi.bindgen sh ${tests}/ffi/test_bindgen.sh
    $<TARGET_FILE:attain_shared>)
  attain_script(package.reproducible sh ${tests}/package/reproducible.sh
    ${PROJECT_BINARY_DIR})
  if(ATTAIN_PYTHON)
    attain_script(ffi.misuse ${ATTAIN_PYTHON} ${tests}/ffi/test_misuse.py
      $<TARGET_FILE:attain_shared>)
  endif()
  if(ATTAIN_PYTHON)
    attain_script(package.headers ${ATTAIN_PYTHON}
      ${tests}/package/headers.py)
    if(ATTAIN_SYSTEM_PYTHON AND TARGET attain_report)
      attain_script(docs.checklist ${ATTAIN_PYTHON}
        ${tests}/package/checklist.py ${PROJECT_BINARY_DIR})
    endif()
  endif()
  if(TARGET attain_report)
    attain_script(package.amalgamate ${CMAKE_COMMAND} --build
      ${PROJECT_BINARY_DIR} --target amalgamation)
    set_tests_properties(package.amalgamate PROPERTIES
      FIXTURES_SETUP amalgamation)
    set(amalgamated sh ${tests}/package/amalgamation.sh
      $<TARGET_FILE:attain_report> ${PROJECT_BINARY_DIR}/amalgamation)
    # Without -std, gcc would join a * b + c where the processor can.
    attain_script(package.amalgamation_gcc ${amalgamated}
      gcc -O2 -march=native)
    attain_script(package.amalgamation_clang ${amalgamated}
      clang -std=c11 -O1)
    set_tests_properties(package.amalgamation_gcc package.amalgamation_clang
      PROPERTIES FIXTURES_REQUIRED amalgamation)
    foreach(language cpp lua node r rust go)
      attain_script(examples.${language} sh ${tests}/package/language.sh
        ${language} ${PROJECT_BINARY_DIR})
    endforeach()
    attain_script(package.windows sh ${tests}/package/windows.sh
      $<TARGET_FILE:attain_report>)
    attain_script(package.musl sh ${tests}/package/compiler.sh musl-gcc
      $<TARGET_FILE:attain_report> -O0)
    attain_script(package.tcc sh ${tests}/package/compiler.sh tcc
      $<TARGET_FILE:attain_report> -std=c11)
  endif()
endif()

# The longest first, so that none of them is left alone at the end.
foreach(name package.consumer package.windows package.reproducible ffi.misuse
    package.amalgamation_gcc package.amalgamation_clang package.header_alone
    package.musl package.threads conformance.oracle package.abi
    examples.report)
  if(TEST ${name})
    set_tests_properties(${name} PROPERTIES COST 100)
  endif()
endforeach()
