# Tests that are scripts: they print what they did, exit 77 to skip.
find_program(ATTAIN_PYTHON NAMES python3)
find_program(ATTAIN_SYSTEM_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
set(attain_data ${PROJECT_SOURCE_DIR}/examples/data)

function(attain_script name)
  add_test(NAME ${name} COMMAND ${ARGN}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600
    ENVIRONMENT "ATTAIN_LIBRARY=$<TARGET_FILE:attain_shared>;PYTHONDONTWRITEBYTECODE=1")
endfunction()
