# Every source of the library (paths from the root).
file(GLOB_RECURSE attain_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/lib/*.c)
