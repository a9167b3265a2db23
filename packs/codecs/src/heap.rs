//! One allocator for Rust and for what is left of C in openjp2.
//!
//! openjp2 frees blocks of `malloc` through Rust's allocator and the other way round, with a layout that need not be the block's, and hands
//! over null. Where there is a C library, both are the same and forgiving. In wasm there is none: here each block says itself how long it
//! is, whoever frees it. Blocks come zeroed, so that what a broken stream leaves unwritten is never a part of another frame.

#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::ffi::{c_char, c_void};
use std::ptr;

#[global_allocator]
static HEAP: Heap = Heap;

/// Rust's own allocator behind a header of 16 bytes before each block: the length with all that lies before it, and how much that is.
struct Heap;

const HEADER: usize = 16;

/// A zeroed block, or null.
unsafe fn take(size: usize, align: usize) -> *mut u8 {
    // What lies before a block is as long as the block is aligned, so that the whole is aligned alike.
    let before = align.max(HEADER);
    let Some(whole) = size.checked_add(before) else { return ptr::null_mut() };
    let Ok(layout) = Layout::from_size_align(whole, before) else { return ptr::null_mut() };
    // SAFETY: the layout is not empty. The header lies in the `before` bytes before the block, and is aligned to 16.
    unsafe {
        let start = System.alloc_zeroed(layout);
        if start.is_null() { start } else { mark(start.add(before), whole, before) }
    }
}

/// Writes a block's header; returns the block.
unsafe fn mark(block: *mut u8, whole: usize, before: usize) -> *mut u8 {
    // SAFETY: the caller's block has `before` bytes before it, 16 at least.
    unsafe { block.sub(HEADER).cast::<[usize; 2]>().write([whole, before]) };
    block
}

/// Reads a block's header.
unsafe fn marked(block: *mut u8) -> [usize; 2] {
    // SAFETY: the caller's block is one of `take`.
    unsafe { block.sub(HEADER).cast::<[usize; 2]>().read() }
}

unsafe fn give(block: *mut u8) {
    if block.is_null() {
        return;
    }
    // SAFETY: a block of `take` was made with this layout.
    unsafe {
        let [whole, before] = marked(block);
        System.dealloc(block.sub(before), Layout::from_size_align_unchecked(whole, before));
    }
}

unsafe fn resize(block: *mut u8, size: usize) -> *mut u8 {
    if block.is_null() {
        // SAFETY: no block yet.
        return unsafe { take(size, HEADER) };
    }
    // SAFETY: a block of `take` was made with this layout; its new length has been checked.
    unsafe {
        let [whole, before] = marked(block);
        let Some(fresh) = size.checked_add(before).filter(|fresh| *fresh <= isize::MAX as usize - before) else { return ptr::null_mut() };
        let start = System.realloc(block.sub(before), Layout::from_size_align_unchecked(whole, before), fresh);
        if start.is_null() {
            return start;
        }
        if fresh > whole {
            start.add(whole).write_bytes(0, fresh - whole);
        }
        mark(start.add(before), fresh, before)
    }
}

// SAFETY: blocks are as long and as aligned as asked for, and stay where they are until given back.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: any size and alignment will do.
        unsafe { take(layout.size(), layout.align()) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { take(layout.size(), layout.align()) }
    }

    unsafe fn dealloc(&self, block: *mut u8, _: Layout) {
        // SAFETY: null, or a block of `take`.
        unsafe { give(block) };
    }

    unsafe fn realloc(&self, block: *mut u8, _: Layout, size: usize) -> *mut u8 {
        // SAFETY: null, or a block of `take`.
        unsafe { resize(block, size) }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn malloc(size: usize) -> *mut c_void {
    // SAFETY: any size will do.
    unsafe { take(size, HEADER).cast() }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn calloc(count: usize, size: usize) -> *mut c_void {
    // SAFETY: any size will do.
    count.checked_mul(size).map_or(ptr::null_mut(), |size| unsafe { take(size, HEADER).cast() })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn realloc(block: *mut c_void, size: usize) -> *mut c_void {
    // SAFETY: null, or a block of `take`.
    unsafe { resize(block.cast(), size).cast() }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn free(block: *mut c_void) {
    // SAFETY: null, or a block of `take`.
    unsafe { give(block.cast()) };
}

#[unsafe(no_mangle)]
unsafe extern "C" fn strcpy(to: *mut c_char, from: *const c_char) -> *mut c_char {
    let mut at = 0;
    // SAFETY: the caller's `from` ends with a zero, and `to` has room for all of it.
    unsafe {
        loop {
            let byte = from.add(at).read();
            to.add(at).write(byte);
            if byte == 0 {
                return to;
            }
            at += 1;
        }
    }
}
