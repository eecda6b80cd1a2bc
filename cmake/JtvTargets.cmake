# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
# How a folder becomes a library, a program or a set of test suites.

add_library(jtv_compile_options INTERFACE)
target_compile_options(jtv_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wsuggest-override
  -Wnon-virtual-dtor -Werror)
if(JTV_SANITIZE)
  target_compile_options(jtv_compile_options INTERFACE -fsanitize=${JTV_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(jtv_compile_options INTERFACE -fsanitize=${JTV_SANITIZE})
endif()

if(CMAKE_UNITY_BUILD)
  # Files compiled in one go are headers to GCC, and neighbours to each other. What these two warnings are for is
  # seen by the preset dev, which compiles file by file.
  target_compile_options(jtv_compile_options INTERFACE -Wno-subobject-linkage -Wno-shadow)
endif()

if(JTV_FUZZ)
  target_compile_options(jtv_compile_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
  target_link_options(jtv_compile_options INTERFACE -fsanitize=address,undefined)
endif()

# One folder = one library: jtv_<name>, alias jtv::<name>. Headers are included by their path from the root.
function(jtv_add_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(jtv_${name} STATIC ${arg_SOURCES})
  add_library(jtv::${name} ALIAS jtv_${name})
  target_include_directories(jtv_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(jtv_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} $<BUILD_INTERFACE:jtv_compile_options>)
endfunction()

# A folder of values without a source file of its own.
function(jtv_add_header_library name)
  cmake_parse_arguments(arg "" "" "PUBLIC" ${ARGN})
  add_library(jtv_${name} INTERFACE)
  add_library(jtv::${name} ALIAS jtv_${name})
  target_include_directories(jtv_${name} INTERFACE ${PROJECT_SOURCE_DIR})
  target_link_libraries(jtv_${name} INTERFACE ${arg_PUBLIC})
endfunction()

function(jtv_add_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} jtv::command jtv_compile_options)
  target_compile_definitions(${name} PRIVATE JTV_VERSION="${PROJECT_VERSION}")
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# Text files as std::string_view constants: jtv_embed_text(<library> <header> <namespace> name=file ...).
# Used for RELAX NG schemas and SQL migrations, so that a program needs no files beside it.
function(jtv_embed_text library header namespace)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${header})
  set(text "#pragma once\n// Made by the build from the files named below; change those.\n#include <string_view>\nnamespace ${namespace} {\n")
  foreach(pair IN LISTS ARGN)
    string(REGEX REPLACE "^([^=]+)=.*$" "\\1" name "${pair}")
    string(REGEX REPLACE "^[^=]+=(.*)$" "\\1" file "${pair}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} content)
    string(APPEND text "inline constexpr std::string_view ${name} = R\"__jtv__(${content})__jtv__\";\n")
  endforeach()
  string(APPEND text "}\n")
  file(CONFIGURE OUTPUT ${out} CONTENT "${text}" @ONLY)
  target_include_directories(jtv_${library} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

# One executable for all of a part's suites; one CTest test for each suite, named <part>.<suite>.
# The suites are found in the source text: one that vanishes from it vanishes from CTest's list, and
# one that is listed but not in the program is a failure (Boost.Test: no test cases matching filter).
# LABELS: system = it runs whole programs and is not in the unit tier; threaded = also run with TSan.
function(jtv_add_tests part)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  add_executable(${part}_tests ${arg_SOURCES})
  set_target_properties(${part}_tests PROPERTIES UNITY_BUILD OFF) # each suite has a Fixture of its own
  target_include_directories(${part}_tests PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${part}_tests PRIVATE jtv_test_main Boost::headers ${arg_LIBRARIES} jtv_compile_options)
  if(JTV_SANITIZE)
    # Instrumenting what Boost.Test's macros unfold to and then optimizing it takes most of the build's time.
    target_compile_options(${part}_tests PRIVATE -O0)
  endif()
  target_compile_definitions(${part}_tests PRIVATE
    JTV_TEST_SOURCE_DIR="${PROJECT_SOURCE_DIR}/tests" JTV_BINARY_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  set(labels ${arg_LABELS})
  if(NOT system IN_LIST labels)
    list(APPEND labels unit)
  endif()
  foreach(source IN LISTS arg_SOURCES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})  # a new suite re-runs CMake
    file(STRINGS ${source} lines REGEX "^BOOST_(AUTO|FIXTURE)_TEST_SUITE\\(")
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^[A-Z_]+\\(([a-z0-9_]+).*" "\\1" suite "${line}")
      add_test(NAME ${part}.${suite} COMMAND ${part}_tests --run_test=${suite})
      set_tests_properties(${part}.${suite} PROPERTIES LABELS "${labels}" TIMEOUT 900)
    endforeach()
  endforeach()
endfunction()
