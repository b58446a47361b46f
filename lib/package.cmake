# What is installed, and how another project finds it: by CMake (from the
# prefix, or from this build as it stands) and by pkg-config.
include(CMakePackageConfigHelpers)
set(attain_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/attain)

# Runtime is what a program needs to run, Development the rest.
install(TARGETS attain_static EXPORT attain-static
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Development)
install(TARGETS attain_shared EXPORT attain-shared
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT Runtime
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Runtime
    NAMELINK_COMPONENT Development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT Development)

foreach(kind static shared)
  install(EXPORT attain-${kind} NAMESPACE attain::
    DESTINATION ${attain_cmake_dir} COMPONENT Development)
  export(EXPORT attain-${kind} NAMESPACE attain::
    FILE ${PROJECT_BINARY_DIR}/attain-${kind}.cmake)
endforeach()
configure_package_config_file(lib/attain-config.cmake.in
  ${PROJECT_BINARY_DIR}/attain-config.cmake
  INSTALL_DESTINATION ${attain_cmake_dir}
  NO_SET_AND_CHECK_MACRO)
# While the version is 0.x, each minor release may change the interface.
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/attain-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/attain-config.cmake
  ${PROJECT_BINARY_DIR}/attain-config-version.cmake
  DESTINATION ${attain_cmake_dir} COMPONENT Development)

# attain_pc(FILE PREFIX LIBDIR INCLUDEDIR)
function(attain_pc file prefix libdir includedir)
  configure_file(${PROJECT_SOURCE_DIR}/lib/attain.pc.in ${file} @ONLY)
endfunction()

# pkg-config prefers the file named -uninstalled, which is this build's.
attain_pc(${PROJECT_BINARY_DIR}/attain-uninstalled.pc
  "\${pcfiledir}" "\${prefix}" ${PROJECT_SOURCE_DIR}/include)
# An installed file says where it lies in the prefix, not where the prefix is,
# so that the prefix can be moved; unless the folders are not below it.
set(prefix ${CMAKE_INSTALL_PREFIX})
if(NOT IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
  file(RELATIVE_PATH up /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
  string(REGEX REPLACE "/$" "" prefix "\${pcfiledir}/${up}")
endif()
foreach(folder LIBDIR INCLUDEDIR)
  set(${folder} ${CMAKE_INSTALL_${folder}})
  if(NOT IS_ABSOLUTE ${${folder}})
    set(${folder} "\${prefix}/${${folder}}")
  endif()
endforeach()
attain_pc(${PROJECT_BINARY_DIR}/attain.pc ${prefix} ${LIBDIR} ${INCLUDEDIR})
install(FILES ${PROJECT_BINARY_DIR}/attain.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT Development)
