# Builds for 64-bit Windows: cmake -DCMAKE_TOOLCHAIN_FILE=tests/package/mingw.cmake
# Tests run under wine, where that is installed.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
list(APPEND CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
find_program(ATTAIN_WINE NAMES wine64 wine PATHS /usr/lib/wine)
if(ATTAIN_WINE)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${ATTAIN_WINE})
endif()
