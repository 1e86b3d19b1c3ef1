/*
 * The part of CPython's stable ABI (PEP 384) that shortcut.c uses, declared here: the interpreter's headers need not
 * be installed, and its version is only known when the library is loaded. Weak, so that the library can be loaded
 * by any other interpreter too.
 */
#pragma once

#include <stddef.h>

typedef ptrdiff_t Py_ssize_t;
typedef struct _typeobject PyTypeObject;

/* As in every interpreter that has the stable ABI; shortcut.c asks one object before it believes it. */
typedef struct _object {
    Py_ssize_t ob_refcnt;
    PyTypeObject *ob_type;
} PyObject;

typedef PyObject *(*PyCFunction)(PyObject *self, PyObject *arguments);

typedef struct PyMethodDef {
    const char *ml_name;
    PyCFunction ml_meth;
    int ml_flags;
    const char *ml_doc;
} PyMethodDef;

enum { METH_VARARGS = 1 };

#define PYTHON_ABI extern __attribute__((weak))

PYTHON_ABI PyTypeObject PyType_Type, PyLong_Type, PyFloat_Type, PyUnicode_Type, PyList_Type, PyTuple_Type, PyDict_Type;
PYTHON_ABI PyObject _Py_NoneStruct, _Py_TrueStruct, _Py_FalseStruct;
PYTHON_ABI PyObject *PyExc_OSError;

PYTHON_ABI void Py_IncRef(PyObject *object);
PYTHON_ABI void Py_DecRef(PyObject *object);
PYTHON_ABI PyObject *PyCFunction_NewEx(PyMethodDef *definition, PyObject *self, PyObject *module);
PYTHON_ABI PyObject *PyObject_Call(PyObject *callable, PyObject *arguments, PyObject *keywords);

PYTHON_ABI void PyErr_Clear(void);
PYTHON_ABI int PyErr_CheckSignals(void);
PYTHON_ABI void PyErr_Fetch(PyObject **type, PyObject **value, PyObject **traceback);
PYTHON_ABI void PyErr_NormalizeException(PyObject **type, PyObject **value, PyObject **traceback);
PYTHON_ABI PyObject *PyErr_SetFromErrno(PyObject *type);
PYTHON_ABI int PyException_SetTraceback(PyObject *exception, PyObject *traceback);
PYTHON_ABI void *PyEval_SaveThread(void);
PYTHON_ABI void PyEval_RestoreThread(void *state);

PYTHON_ABI PyObject *PyLong_FromLongLong(long long number);
PYTHON_ABI long long PyLong_AsLongLongAndOverflow(PyObject *object, int *overflow);
PYTHON_ABI PyObject *PyFloat_FromDouble(double number);
PYTHON_ABI double PyFloat_AsDouble(PyObject *object);
PYTHON_ABI PyObject *PyUnicode_FromStringAndSize(const char *text, Py_ssize_t size);
PYTHON_ABI const char *PyUnicode_AsUTF8AndSize(PyObject *object, Py_ssize_t *size);
PYTHON_ABI PyObject *PyBytes_FromStringAndSize(const char *bytes, Py_ssize_t size);
PYTHON_ABI int PyBytes_AsStringAndSize(PyObject *object, char **bytes, Py_ssize_t *size);
PYTHON_ABI PyObject *PyList_New(Py_ssize_t size);
PYTHON_ABI Py_ssize_t PyList_Size(PyObject *list);
PYTHON_ABI PyObject *PyList_GetItem(PyObject *list, Py_ssize_t index);
PYTHON_ABI int PyList_SetItem(PyObject *list, Py_ssize_t index, PyObject *item);
PYTHON_ABI PyObject *PyTuple_New(Py_ssize_t size);
PYTHON_ABI Py_ssize_t PyTuple_Size(PyObject *tuple);
PYTHON_ABI PyObject *PyTuple_GetItem(PyObject *tuple, Py_ssize_t index);
PYTHON_ABI int PyTuple_SetItem(PyObject *tuple, Py_ssize_t index, PyObject *item);
PYTHON_ABI PyObject *PyDict_New(void);
PYTHON_ABI Py_ssize_t PyDict_Size(PyObject *dictionary);
PYTHON_ABI PyObject *PyDict_GetItem(PyObject *dictionary, PyObject *key);
PYTHON_ABI int PyDict_SetItem(PyObject *dictionary, PyObject *key, PyObject *item);
PYTHON_ABI int PyDict_Next(PyObject *dictionary, Py_ssize_t *position, PyObject **key, PyObject **item);
