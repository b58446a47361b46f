# The library as one source and one header, in amalgamation/ of the build:
# `cmake --build BUILD --target amalgamation`. Made by a shell and awk.
find_program(ATTAIN_SH sh)
mark_as_advanced(ATTAIN_SH)
if(ATTAIN_SH AND attain_top)
  add_custom_target(amalgamation
    COMMAND ${ATTAIN_SH} ${PROJECT_SOURCE_DIR}/lib/amalgamate.sh
      ${PROJECT_BINARY_DIR}/amalgamation
    COMMENT "Writing amalgamation/attain.c and attain.h" VERBATIM)
endif()
