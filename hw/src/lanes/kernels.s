# The kernels of AVX-512 IFMA, as lanes/record.rs wrote them down: not to be edited.
.text
.p2align 6
.globl akeyd_hw_multiply_10
.hidden akeyd_hw_multiply_10
.type akeyd_hw_multiply_10, @function
# 16 registers
akeyd_hw_multiply_10:
mov rax, 4503599627370495
vpbroadcastq zmm0, rax
vmovdqa64 zmm1, [rdx + 640]
vmovdqa64 zmm2, [rsi]
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm2, [rdi]
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm0, zmm3
vpmadd52luq zmm3, zmm2, [rdi + 64]
vpmadd52huq zmm3, zmm2, [rdi]
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm6, zmm2
vpmadd52huq zmm7, zmm2, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm8, zmm2
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 256]
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 320]
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm8, zmm2
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 384]
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 448]
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm8, zmm2
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 512]
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 576]
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm8, zmm2
vpmadd52huq zmm15, zmm6, zmm2
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm8, zmm2
vmovdqa64 zmm2, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm2
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm4, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm7, zmm4, zmm3
vpmadd52huq zmm7, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 192]
vpmadd52luq zmm9, zmm4, zmm2
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 320]
vpmadd52luq zmm11, zmm4, zmm2
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 448]
vpmadd52luq zmm13, zmm4, zmm2
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 576]
vpmadd52luq zmm15, zmm4, zmm2
vpmadd52huq zmm15, zmm4, zmm3
vpmadd52huq zmm6, zmm4, zmm2
vmovdqa64 zmm2, zmm1
vpmadd52luq zmm2, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm7, zmm8
vpmadd52luq zmm8, zmm5, [rdi + 64]
vpmadd52huq zmm8, zmm5, [rdi]
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm8, zmm7, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm9, zmm4, zmm5
vpmadd52huq zmm9, zmm5, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm10, zmm3, zmm5
vpmadd52huq zmm10, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm11, zmm4, zmm5
vpmadd52huq zmm11, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm12, zmm3, zmm5
vpmadd52huq zmm12, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm13, zmm4, zmm5
vpmadd52huq zmm13, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm14, zmm3, zmm5
vpmadd52huq zmm14, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm15, zmm4, zmm5
vpmadd52huq zmm15, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm6, zmm3, zmm5
vpmadd52huq zmm6, zmm4, zmm5
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 64]
vpmadd52luq zmm8, zmm2, zmm5
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm2, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm9, zmm2, zmm8
vpmadd52huq zmm9, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 192]
vpmadd52luq zmm10, zmm2, zmm5
vpmadd52huq zmm10, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm11, zmm2, zmm8
vpmadd52huq zmm11, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 320]
vpmadd52luq zmm12, zmm2, zmm5
vpmadd52huq zmm12, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm13, zmm2, zmm8
vpmadd52huq zmm13, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 448]
vpmadd52luq zmm14, zmm2, zmm5
vpmadd52huq zmm14, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm15, zmm2, zmm8
vpmadd52huq zmm15, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 576]
vpmadd52luq zmm6, zmm2, zmm5
vpmadd52huq zmm6, zmm2, zmm8
vpmadd52huq zmm4, zmm2, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm9, zmm3
vpmadd52luq zmm3, zmm7, [rdi + 64]
vpmadd52huq zmm3, zmm7, [rdi]
vmovdqa64 zmm9, [rsi + 192]
vpmadd52luq zmm3, zmm9, [rdi]
vmovdqa64 zmm2, [rdi + 128]
vpmadd52luq zmm10, zmm2, zmm7
vpmadd52huq zmm10, zmm7, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm11, zmm8, zmm7
vpmadd52huq zmm11, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 256]
vpmadd52luq zmm12, zmm2, zmm7
vpmadd52huq zmm12, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm13, zmm8, zmm7
vpmadd52huq zmm13, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 384]
vpmadd52luq zmm14, zmm2, zmm7
vpmadd52huq zmm14, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm15, zmm8, zmm7
vpmadd52huq zmm15, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 512]
vpmadd52luq zmm6, zmm2, zmm7
vpmadd52huq zmm6, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm4, zmm8, zmm7
vpmadd52huq zmm4, zmm2, zmm7
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm8, zmm7
vmovdqa64 zmm7, [rdx + 64]
vpmadd52luq zmm3, zmm5, zmm7
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm5, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 192]
vpmadd52luq zmm11, zmm5, zmm7
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 320]
vpmadd52luq zmm13, zmm5, zmm7
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 448]
vpmadd52luq zmm15, zmm5, zmm7
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm6, zmm5, zmm3
vpmadd52huq zmm6, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 576]
vpmadd52luq zmm4, zmm5, zmm7
vpmadd52huq zmm4, zmm5, zmm3
vpmadd52huq zmm2, zmm5, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm9, [rdi + 64]
vpmadd52huq zmm8, zmm9, [rdi]
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm8, zmm10, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm11, zmm5, zmm9
vpmadd52huq zmm11, zmm9, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm12, zmm3, zmm9
vpmadd52huq zmm12, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm13, zmm5, zmm9
vpmadd52huq zmm13, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm14, zmm3, zmm9
vpmadd52huq zmm14, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm15, zmm5, zmm9
vpmadd52huq zmm15, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm6, zmm3, zmm9
vpmadd52huq zmm6, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm4, zmm5, zmm9
vpmadd52huq zmm4, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm2, zmm3, zmm9
vpmadd52huq zmm2, zmm5, zmm9
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm3, zmm9
vmovdqa64 zmm9, [rdx + 64]
vpmadd52luq zmm8, zmm7, zmm9
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm7, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm11, zmm7, zmm8
vpmadd52huq zmm11, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 192]
vpmadd52luq zmm12, zmm7, zmm9
vpmadd52huq zmm12, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm13, zmm7, zmm8
vpmadd52huq zmm13, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 320]
vpmadd52luq zmm14, zmm7, zmm9
vpmadd52huq zmm14, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm15, zmm7, zmm8
vpmadd52huq zmm15, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 448]
vpmadd52luq zmm6, zmm7, zmm9
vpmadd52huq zmm6, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm4, zmm7, zmm8
vpmadd52huq zmm4, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 576]
vpmadd52luq zmm2, zmm7, zmm9
vpmadd52huq zmm2, zmm7, zmm8
vpmadd52huq zmm5, zmm7, zmm9
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm11, zmm3
vpmadd52luq zmm3, zmm10, [rdi + 64]
vpmadd52huq zmm3, zmm10, [rdi]
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm3, zmm11, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm12, zmm7, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm14, zmm7, zmm10
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm6, zmm7, zmm10
vpmadd52huq zmm6, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm4, zmm8, zmm10
vpmadd52huq zmm4, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm2, zmm7, zmm10
vpmadd52huq zmm2, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm5, zmm8, zmm10
vpmadd52huq zmm5, zmm7, zmm10
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, zmm10
vmovdqa64 zmm10, [rdx + 64]
vpmadd52luq zmm3, zmm9, zmm10
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm9, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 192]
vpmadd52luq zmm13, zmm9, zmm10
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 320]
vpmadd52luq zmm15, zmm9, zmm10
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm6, zmm9, zmm3
vpmadd52huq zmm6, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 448]
vpmadd52luq zmm4, zmm9, zmm10
vpmadd52huq zmm4, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm2, zmm9, zmm3
vpmadd52huq zmm2, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 576]
vpmadd52luq zmm5, zmm9, zmm10
vpmadd52huq zmm5, zmm9, zmm3
vpmadd52huq zmm7, zmm9, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm12, zmm8
vpmadd52luq zmm8, zmm11, [rdi + 64]
vpmadd52huq zmm8, zmm11, [rdi]
vmovdqa64 zmm12, [rsi + 384]
vpmadd52luq zmm8, zmm12, [rdi]
vmovdqa64 zmm9, [rdi + 128]
vpmadd52luq zmm13, zmm9, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm14, zmm3, zmm11
vpmadd52huq zmm14, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 256]
vpmadd52luq zmm15, zmm9, zmm11
vpmadd52huq zmm15, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm6, zmm3, zmm11
vpmadd52huq zmm6, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 384]
vpmadd52luq zmm4, zmm9, zmm11
vpmadd52huq zmm4, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm2, zmm3, zmm11
vpmadd52huq zmm2, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 512]
vpmadd52luq zmm5, zmm9, zmm11
vpmadd52huq zmm5, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm7, zmm3, zmm11
vpmadd52huq zmm7, zmm9, zmm11
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm3, zmm11
vmovdqa64 zmm11, [rdx + 64]
vpmadd52luq zmm8, zmm10, zmm11
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm10, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm13, zmm10, zmm8
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm15, zmm10, zmm8
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 320]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm4, zmm10, zmm8
vpmadd52huq zmm4, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 448]
vpmadd52luq zmm2, zmm10, zmm11
vpmadd52huq zmm2, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm5, zmm10, zmm8
vpmadd52huq zmm5, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 576]
vpmadd52luq zmm7, zmm10, zmm11
vpmadd52huq zmm7, zmm10, zmm8
vpmadd52huq zmm9, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm13, zmm3
vpmadd52luq zmm3, zmm12, [rdi + 64]
vpmadd52huq zmm3, zmm12, [rdi]
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm3, zmm13, [rdi]
vmovdqa64 zmm10, [rdi + 128]
vpmadd52luq zmm14, zmm10, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm15, zmm8, zmm12
vpmadd52huq zmm15, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 256]
vpmadd52luq zmm6, zmm10, zmm12
vpmadd52huq zmm6, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm4, zmm8, zmm12
vpmadd52huq zmm4, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 384]
vpmadd52luq zmm2, zmm10, zmm12
vpmadd52huq zmm2, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm5, zmm8, zmm12
vpmadd52huq zmm5, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 512]
vpmadd52luq zmm7, zmm10, zmm12
vpmadd52huq zmm7, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm9, zmm8, zmm12
vpmadd52huq zmm9, zmm10, zmm12
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm8, zmm12
vmovdqa64 zmm12, [rdx + 64]
vpmadd52luq zmm3, zmm11, zmm12
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm11, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm14, zmm11, zmm3
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm6, zmm11, zmm3
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 320]
vpmadd52luq zmm4, zmm11, zmm12
vpmadd52huq zmm4, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm2, zmm11, zmm3
vpmadd52huq zmm2, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 448]
vpmadd52luq zmm5, zmm11, zmm12
vpmadd52huq zmm5, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm7, zmm11, zmm3
vpmadd52huq zmm7, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 576]
vpmadd52luq zmm9, zmm11, zmm12
vpmadd52huq zmm9, zmm11, zmm3
vpmadd52huq zmm10, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm14, zmm8
vpmadd52luq zmm8, zmm13, [rdi + 64]
vpmadd52huq zmm8, zmm13, [rdi]
vmovdqa64 zmm14, [rsi + 512]
vpmadd52luq zmm8, zmm14, [rdi]
vmovdqa64 zmm11, [rdi + 128]
vpmadd52luq zmm15, zmm11, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm6, zmm3, zmm13
vpmadd52huq zmm6, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 256]
vpmadd52luq zmm4, zmm11, zmm13
vpmadd52huq zmm4, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm2, zmm3, zmm13
vpmadd52huq zmm2, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 384]
vpmadd52luq zmm5, zmm11, zmm13
vpmadd52huq zmm5, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm7, zmm3, zmm13
vpmadd52huq zmm7, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 512]
vpmadd52luq zmm9, zmm11, zmm13
vpmadd52huq zmm9, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm10, zmm3, zmm13
vpmadd52huq zmm10, zmm11, zmm13
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 64]
vpmadd52luq zmm8, zmm12, zmm13
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm12, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm15, zmm12, zmm8
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 192]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm4, zmm12, zmm8
vpmadd52huq zmm4, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 320]
vpmadd52luq zmm2, zmm12, zmm13
vpmadd52huq zmm2, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm5, zmm12, zmm8
vpmadd52huq zmm5, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 448]
vpmadd52luq zmm7, zmm12, zmm13
vpmadd52huq zmm7, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm9, zmm12, zmm8
vpmadd52huq zmm9, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 576]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm12, zmm8
vpmadd52huq zmm11, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm15, zmm3
vpmadd52luq zmm3, zmm14, [rdi + 64]
vpmadd52huq zmm3, zmm14, [rdi]
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm3, zmm15, [rdi]
vmovdqa64 zmm12, [rdi + 128]
vpmadd52luq zmm6, zmm12, zmm14
vpmadd52huq zmm6, zmm14, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm4, zmm8, zmm14
vpmadd52huq zmm4, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 256]
vpmadd52luq zmm2, zmm12, zmm14
vpmadd52huq zmm2, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm5, zmm8, zmm14
vpmadd52huq zmm5, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 384]
vpmadd52luq zmm7, zmm12, zmm14
vpmadd52huq zmm7, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm9, zmm8, zmm14
vpmadd52huq zmm9, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 512]
vpmadd52luq zmm10, zmm12, zmm14
vpmadd52huq zmm10, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm11, zmm8, zmm14
vpmadd52huq zmm11, zmm12, zmm14
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm8, zmm14
vmovdqa64 zmm14, [rdx + 64]
vpmadd52luq zmm3, zmm13, zmm14
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm13, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm6, zmm13, zmm3
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 192]
vpmadd52luq zmm4, zmm13, zmm14
vpmadd52huq zmm4, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm2, zmm13, zmm3
vpmadd52huq zmm2, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 320]
vpmadd52luq zmm5, zmm13, zmm14
vpmadd52huq zmm5, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm7, zmm13, zmm3
vpmadd52huq zmm7, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 448]
vpmadd52luq zmm9, zmm13, zmm14
vpmadd52huq zmm9, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm10, zmm13, zmm3
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 576]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm13, zmm3
vpmadd52huq zmm12, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm6, zmm8
vpmadd52luq zmm8, zmm15, [rdi + 64]
vpmadd52huq zmm8, zmm15, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm4, zmm6, zmm15
vpmadd52huq zmm4, zmm15, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm2, zmm1, zmm15
vpmadd52huq zmm2, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm5, zmm6, zmm15
vpmadd52huq zmm5, zmm1, zmm15
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm7, zmm1, zmm15
vpmadd52huq zmm7, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm9, zmm6, zmm15
vpmadd52huq zmm9, zmm1, zmm15
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm10, zmm1, zmm15
vpmadd52huq zmm10, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm11, zmm6, zmm15
vpmadd52huq zmm11, zmm1, zmm15
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm12, zmm1, zmm15
vpmadd52huq zmm12, zmm6, zmm15
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm1, zmm15
vmovdqa64 zmm15, [rdx + 64]
vpmadd52luq zmm8, zmm14, zmm15
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm14, [rdx]
vpaddq zmm1, zmm8, zmm1
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm4, zmm14, zmm8
vpmadd52huq zmm4, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 192]
vpmadd52luq zmm2, zmm14, zmm15
vpmadd52huq zmm2, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm5, zmm14, zmm8
vpmadd52huq zmm5, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 320]
vpmadd52luq zmm7, zmm14, zmm15
vpmadd52huq zmm7, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm9, zmm14, zmm8
vpmadd52huq zmm9, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 448]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm11, zmm14, zmm8
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 576]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm14, zmm8
vpmadd52huq zmm6, zmm14, zmm15
vpandq zmm15, zmm1, zmm0
vmovdqa64 [rdi], zmm15
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm4, zmm1
vpandq zmm4, zmm1, zmm0
vmovdqa64 [rdi + 64], zmm4
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm2, zmm1
vpandq zmm2, zmm1, zmm0
vmovdqa64 [rdi + 128], zmm2
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm0
vmovdqa64 [rdi + 192], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm7, zmm1
vpandq zmm7, zmm1, zmm0
vmovdqa64 [rdi + 256], zmm7
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm9, zmm1
vpandq zmm9, zmm1, zmm0
vmovdqa64 [rdi + 320], zmm9
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm0
vmovdqa64 [rdi + 384], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm0
vmovdqa64 [rdi + 448], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm0
vmovdqa64 [rdi + 512], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm6, zmm1
vpandq zmm0, zmm1, zmm0
vmovdqa64 [rdi + 576], zmm0
ret
.size akeyd_hw_multiply_10, . - akeyd_hw_multiply_10
.p2align 6
.globl akeyd_hw_square_10
.hidden akeyd_hw_square_10
.type akeyd_hw_square_10, @function
# 20 registers
akeyd_hw_square_10:
mov rax, 4503599627370495
vpbroadcastq zmm0, rax
vmovdqa64 zmm1, [rsi + 640]
vmovdqa64 zmm2, [rdi]
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm2, zmm2
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm0, zmm3
vpmadd52huq zmm3, zmm2, zmm2
vmovdqa64 zmm2, [rdi + 64]
vpaddq zmm5, zmm2, zmm2
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm3, zmm4, zmm6
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm4, [rsi]
vpaddq zmm7, zmm3, zmm7
vmovdqa64 zmm3, [rsi + 128]
vmovdqa64 zmm8, zmm0
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm4, zmm6
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 256]
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 384]
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 512]
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm3
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm4, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm2, zmm2
vpmadd52huq zmm7, zmm5, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpaddq zmm8, zmm5, zmm5
vpsrlq zmm4, [rdi + 64], 51
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm7, zmm4, [rdi]
vpmadd52huq zmm9, zmm2, zmm2
vmovdqa64 zmm2, [rsi + 64]
vpmadd52luq zmm7, zmm6, zmm2
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm6, [rsi]
vpaddq zmm16, zmm7, zmm16
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm6, zmm7
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 192]
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm11, zmm6, zmm7
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 320]
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm13, zmm6, zmm7
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 448]
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm15, zmm6, zmm7
vpmadd52huq zmm15, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 576]
vpmadd52luq zmm3, zmm6, zmm2
vpmadd52huq zmm3, zmm6, zmm7
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm6, zmm2
vmovdqa64 zmm2, zmm1
vpmadd52luq zmm2, zmm16, zmm1
vpsrlq zmm16, zmm16, 52
vpaddq zmm16, zmm9, zmm16
vpmadd52luq zmm16, zmm8, [rdi + 64]
vpmadd52huq zmm16, zmm4, [rdi]
vmovdqa64 zmm4, [rdi + 192]
vpaddq zmm9, zmm4, zmm4
vpsrlq zmm6, [rdi + 128], 51
vpaddq zmm6, zmm9, zmm6
vpmadd52luq zmm16, zmm6, [rdi]
vpmadd52luq zmm10, zmm5, zmm5
vpmadd52huq zmm10, zmm8, [rdi + 64]
vpmadd52huq zmm11, zmm5, zmm5
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm16, zmm2, zmm5
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm2, [rsi]
vpaddq zmm8, zmm16, zmm8
vmovdqa64 zmm16, [rsi + 128]
vpmadd52luq zmm10, zmm2, zmm16
vpmadd52huq zmm10, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 192]
vpmadd52luq zmm11, zmm2, zmm5
vpmadd52huq zmm11, zmm2, zmm16
vmovdqa64 zmm16, [rsi + 256]
vpmadd52luq zmm12, zmm2, zmm16
vpmadd52huq zmm12, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 320]
vpmadd52luq zmm13, zmm2, zmm5
vpmadd52huq zmm13, zmm2, zmm16
vmovdqa64 zmm16, [rsi + 384]
vpmadd52luq zmm14, zmm2, zmm16
vpmadd52huq zmm14, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 448]
vpmadd52luq zmm15, zmm2, zmm5
vpmadd52huq zmm15, zmm2, zmm16
vmovdqa64 zmm16, [rsi + 512]
vpmadd52luq zmm3, zmm2, zmm16
vpmadd52huq zmm3, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 576]
vpmadd52luq zmm7, zmm2, zmm5
vpmadd52huq zmm7, zmm2, zmm16
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm2, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm6, [rdi + 64]
vpmadd52huq zmm8, zmm6, [rdi]
vmovdqa64 zmm10, [rdi + 256]
vpaddq zmm2, zmm10, zmm10
vpsrlq zmm17, [rdi + 192], 51
vpaddq zmm17, zmm2, zmm17
vpmadd52luq zmm8, zmm17, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm11, zmm18, zmm9
vpmadd52huq zmm11, zmm6, [rdi + 64]
vpmadd52luq zmm12, zmm4, zmm4
vpmadd52huq zmm12, zmm18, zmm9
vpmadd52huq zmm13, zmm4, zmm4
vmovdqa64 zmm4, [rsi + 64]
vpmadd52luq zmm8, zmm5, zmm4
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm11, zmm5, zmm8
vpmadd52huq zmm11, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 192]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm13, zmm5, zmm8
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 320]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm15, zmm5, zmm8
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 448]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm7, zmm5, zmm8
vpmadd52huq zmm7, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm4
vpmadd52huq zmm16, zmm5, zmm8
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm17, [rdi + 64]
vpmadd52huq zmm9, zmm17, [rdi]
vmovdqa64 zmm11, [rdi + 320]
vpaddq zmm5, zmm11, zmm11
vpsrlq zmm18, [rdi + 256], 51
vpaddq zmm18, zmm5, zmm18
vpmadd52luq zmm9, zmm18, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm17
vpmadd52huq zmm12, zmm17, [rdi + 64]
vmovdqa64 zmm19, [rdi + 192]
vpmadd52luq zmm13, zmm19, zmm2
vpmadd52huq zmm13, zmm6, zmm17
vpmadd52luq zmm14, zmm10, zmm10
vpmadd52huq zmm14, zmm19, zmm2
vpmadd52huq zmm15, zmm10, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm4, zmm10
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm4, [rsi]
vpaddq zmm2, zmm9, zmm2
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm4, zmm9
vpmadd52huq zmm12, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm4, zmm9
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm3, zmm4, zmm9
vpmadd52huq zmm3, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm16, zmm4, zmm9
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm8, zmm4, zmm10
vpmadd52huq zmm8, zmm4, zmm9
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm4, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm2, zmm1
vpsrlq zmm2, zmm2, 52
vpaddq zmm2, zmm12, zmm2
vpmadd52luq zmm2, zmm18, [rdi + 64]
vpmadd52huq zmm2, zmm18, [rdi]
vmovdqa64 zmm12, [rdi + 384]
vpaddq zmm4, zmm12, zmm12
vpsrlq zmm19, [rdi + 320], 51
vpaddq zmm19, zmm4, zmm19
vpmadd52luq zmm2, zmm19, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm18, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm14, zmm6, zmm18
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm15, zmm17, zmm5
vpmadd52huq zmm15, zmm6, zmm18
vpmadd52luq zmm3, zmm11, zmm11
vpmadd52huq zmm3, zmm17, zmm5
vpmadd52huq zmm7, zmm11, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm2, zmm10, zmm11
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm10, [rsi]
vpaddq zmm5, zmm2, zmm5
vmovdqa64 zmm2, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm2
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm2
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm3, zmm10, zmm11
vpmadd52huq zmm3, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 384]
vpmadd52luq zmm7, zmm10, zmm2
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 512]
vpmadd52luq zmm8, zmm10, zmm2
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm9, zmm10, zmm11
vpmadd52huq zmm9, zmm10, zmm2
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm13, zmm5
vpmadd52luq zmm5, zmm19, [rdi + 64]
vpmadd52huq zmm5, zmm19, [rdi]
vmovdqa64 zmm13, [rdi + 448]
vpaddq zmm10, zmm13, zmm13
vpsrlq zmm17, [rdi + 384], 51
vpaddq zmm17, zmm10, zmm17
vpmadd52luq zmm5, zmm17, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm19, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm15, zmm6, zmm19
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 256]
vpmadd52luq zmm3, zmm18, zmm19
vpmadd52huq zmm3, zmm6, zmm19
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm18, zmm19
vpmadd52luq zmm16, zmm12, zmm12
vpmadd52huq zmm16, zmm6, zmm4
vpmadd52huq zmm8, zmm12, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm5, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm5
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm3, zmm11, zmm5
vpmadd52huq zmm3, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm16, zmm11, zmm5
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm9, zmm11, zmm5
vpmadd52huq zmm9, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm2, zmm11, zmm12
vpmadd52huq zmm2, zmm11, zmm5
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm17, [rdi + 64]
vpmadd52huq zmm4, zmm17, [rdi]
vmovdqa64 zmm14, [rdi + 512]
vpaddq zmm11, zmm14, zmm14
vpsrlq zmm6, [rdi + 448], 51
vpaddq zmm6, zmm11, zmm6
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm19, [rdi + 128]
vpmadd52luq zmm15, zmm19, zmm17
vpmadd52huq zmm15, zmm17, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm3, zmm18, zmm17
vpmadd52huq zmm3, zmm19, zmm17
vmovdqa64 zmm19, [rdi + 256]
vpmadd52luq zmm7, zmm19, zmm17
vpmadd52huq zmm7, zmm18, zmm17
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm16, zmm18, zmm17
vpmadd52huq zmm16, zmm19, zmm17
vmovdqa64 zmm19, [rdi + 384]
vpmadd52luq zmm8, zmm19, zmm10
vpmadd52huq zmm8, zmm18, zmm17
vpmadd52luq zmm9, zmm13, zmm13
vpmadd52huq zmm9, zmm19, zmm10
vpmadd52huq zmm2, zmm13, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm12, [rsi]
vpaddq zmm10, zmm4, zmm10
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm3, zmm12, zmm13
vpmadd52huq zmm3, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm9, zmm12, zmm13
vpmadd52huq zmm9, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm2, zmm12, zmm4
vpmadd52huq zmm2, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm10, zmm1
vpsrlq zmm10, zmm10, 52
vpaddq zmm10, zmm15, zmm10
vpmadd52luq zmm10, zmm6, [rdi + 64]
vpmadd52huq zmm10, zmm6, [rdi]
vmovdqa64 zmm15, [rdi + 576]
vpaddq zmm12, zmm15, zmm15
vpsrlq zmm19, [rdi + 512], 51
vpaddq zmm19, zmm12, zmm19
vpmadd52luq zmm10, zmm19, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm3, zmm17, zmm6
vpmadd52huq zmm3, zmm6, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm7, zmm18, zmm6
vpmadd52huq zmm7, zmm17, zmm6
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm16, zmm17, zmm6
vpmadd52huq zmm16, zmm18, zmm6
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm8, zmm18, zmm6
vpmadd52huq zmm8, zmm17, zmm6
vmovdqa64 zmm17, [rdi + 384]
vpmadd52luq zmm9, zmm17, zmm6
vpmadd52huq zmm9, zmm18, zmm6
vmovdqa64 zmm18, [rdi + 448]
vpmadd52luq zmm2, zmm18, zmm11
vpmadd52huq zmm2, zmm17, zmm6
vpmadd52luq zmm5, zmm14, zmm14
vpmadd52huq zmm5, zmm18, zmm11
vpmadd52huq zmm4, zmm14, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm10, zmm13, zmm14
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm13, [rsi]
vpaddq zmm11, zmm10, zmm11
vmovdqa64 zmm10, [rsi + 128]
vpmadd52luq zmm3, zmm13, zmm10
vpmadd52huq zmm3, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm16, zmm13, zmm10
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 384]
vpmadd52luq zmm9, zmm13, zmm10
vpmadd52huq zmm9, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm2, zmm13, zmm14
vpmadd52huq zmm2, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 512]
vpmadd52luq zmm5, zmm13, zmm10
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm4, zmm13, zmm14
vpmadd52huq zmm4, zmm13, zmm10
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm11, zmm1
vpsrlq zmm11, zmm11, 52
vpaddq zmm11, zmm3, zmm11
vpmadd52luq zmm11, zmm19, [rdi + 64]
vpmadd52huq zmm11, zmm19, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm7, zmm3, zmm19
vpmadd52huq zmm7, zmm19, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm16, zmm1, zmm19
vpmadd52huq zmm16, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm8, zmm3, zmm19
vpmadd52huq zmm8, zmm1, zmm19
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm9, zmm1, zmm19
vpmadd52huq zmm9, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm2, zmm3, zmm19
vpmadd52huq zmm2, zmm1, zmm19
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm5, zmm1, zmm19
vpmadd52huq zmm5, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm4, zmm3, zmm12
vpmadd52huq zmm4, zmm1, zmm19
vpmadd52luq zmm10, zmm15, zmm15
vpmadd52huq zmm10, zmm3, zmm12
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm15, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm11, zmm14, zmm15
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm14, [rsi]
vpaddq zmm3, zmm11, zmm3
vmovdqa64 zmm11, [rsi + 128]
vpmadd52luq zmm7, zmm14, zmm11
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm16, zmm14, zmm15
vpmadd52huq zmm16, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 256]
vpmadd52luq zmm8, zmm14, zmm11
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm9, zmm14, zmm15
vpmadd52huq zmm9, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 384]
vpmadd52luq zmm2, zmm14, zmm11
vpmadd52huq zmm2, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 512]
vpmadd52luq zmm4, zmm14, zmm11
vpmadd52huq zmm4, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm11
vpmadd52huq zmm12, zmm14, zmm15
vpandq zmm15, zmm3, zmm0
vmovdqa64 [rdi], zmm15
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm7, zmm3
vpandq zmm7, zmm3, zmm0
vmovdqa64 [rdi + 64], zmm7
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm16, zmm3
vpandq zmm16, zmm3, zmm0
vmovdqa64 [rdi + 128], zmm16
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm8, zmm3
vpandq zmm8, zmm3, zmm0
vmovdqa64 [rdi + 192], zmm8
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm9, zmm3
vpandq zmm9, zmm3, zmm0
vmovdqa64 [rdi + 256], zmm9
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm2, zmm3
vpandq zmm2, zmm3, zmm0
vmovdqa64 [rdi + 320], zmm2
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm5, zmm3
vpandq zmm5, zmm3, zmm0
vmovdqa64 [rdi + 384], zmm5
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm4, zmm3
vpandq zmm4, zmm3, zmm0
vmovdqa64 [rdi + 448], zmm4
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm10, zmm3
vpandq zmm10, zmm3, zmm0
vmovdqa64 [rdi + 512], zmm10
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm12, zmm3
vpandq zmm0, zmm3, zmm0
vmovdqa64 [rdi + 576], zmm0
ret
.size akeyd_hw_square_10, . - akeyd_hw_square_10
.p2align 6
.globl akeyd_hw_square_and_look_up_10
.hidden akeyd_hw_square_and_look_up_10
.type akeyd_hw_square_and_look_up_10, @function
# 20 registers
akeyd_hw_square_and_look_up_10:
vmovdqa64 zmm0, [rcx]
mov rax, 1
vpbroadcastq zmm1, rax
vptestmq k1, zmm0, zmm1
mov rax, 2
vpbroadcastq zmm1, rax
vptestmq k2, zmm0, zmm1
mov rax, 4
vpbroadcastq zmm1, rax
vptestmq k3, zmm0, zmm1
mov rax, 8
vpbroadcastq zmm1, rax
vptestmq k4, zmm0, zmm1
mov rax, 4503599627370495
vpbroadcastq zmm1, rax
vmovdqa64 zmm0, [rsi + 640]
vmovdqa64 zmm2, [rdi]
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm2, zmm2
vmovdqa64 zmm4, zmm0
vpmadd52luq zmm4, zmm3, zmm0
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm1, zmm3
vpmadd52huq zmm3, zmm2, zmm2
vmovdqa64 zmm2, [rdi + 64]
vpaddq zmm5, zmm2, zmm2
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm3, zmm4, zmm6
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm4, [rsi]
vpaddq zmm7, zmm3, zmm7
vmovdqa64 zmm3, [rsi + 128]
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm4, zmm6
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 256]
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 384]
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 512]
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm3
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm4, zmm6
vmovdqa64 zmm6, [rdx]
vmovdqa64 zmm6{k1}, [rdx + 64]
vmovdqa64 zmm4, [rdx + 128]
vmovdqa64 zmm4{k1}, [rdx + 192]
vmovdqa64 zmm6{k2}, zmm4
vmovdqa64 zmm4, [rdx + 256]
vmovdqa64 zmm4{k1}, [rdx + 320]
vmovdqa64 zmm16, [rdx + 384]
vmovdqa64 zmm16{k1}, [rdx + 448]
vmovdqa64 zmm4{k2}, zmm16
vmovdqa64 zmm6{k3}, zmm4
vmovdqa64 zmm4, [rdx + 512]
vmovdqa64 zmm4{k1}, [rdx + 576]
vmovdqa64 zmm16, [rdx + 640]
vmovdqa64 zmm16{k1}, [rdx + 704]
vmovdqa64 zmm4{k2}, zmm16
vmovdqa64 zmm16, [rdx + 768]
vmovdqa64 zmm16{k1}, [rdx + 832]
vmovdqa64 zmm17, [rdx + 896]
vmovdqa64 zmm17{k1}, [rdx + 960]
vmovdqa64 zmm16{k2}, zmm17
vmovdqa64 zmm4{k3}, zmm16
vmovdqa64 zmm6{k4}, zmm4
vmovdqa64 [r8], zmm6
vmovdqa64 zmm6, zmm0
vpmadd52luq zmm6, zmm7, zmm0
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm2, zmm2
vpmadd52huq zmm7, zmm5, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpaddq zmm8, zmm5, zmm5
vpsrlq zmm4, [rdi + 64], 51
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm7, zmm4, [rdi]
vpmadd52huq zmm9, zmm2, zmm2
vmovdqa64 zmm2, [rsi + 64]
vpmadd52luq zmm7, zmm6, zmm2
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm6, [rsi]
vpaddq zmm16, zmm7, zmm16
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm6, zmm7
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 192]
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm11, zmm6, zmm7
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 320]
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm13, zmm6, zmm7
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 448]
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm15, zmm6, zmm7
vpmadd52huq zmm15, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 576]
vpmadd52luq zmm3, zmm6, zmm2
vpmadd52huq zmm3, zmm6, zmm7
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm6, zmm2
vmovdqa64 zmm2, zmm0
vpmadd52luq zmm2, zmm16, zmm0
vpsrlq zmm16, zmm16, 52
vpaddq zmm16, zmm9, zmm16
vpmadd52luq zmm16, zmm8, [rdi + 64]
vpmadd52huq zmm16, zmm4, [rdi]
vmovdqa64 zmm4, [rdi + 192]
vpaddq zmm9, zmm4, zmm4
vpsrlq zmm6, [rdi + 128], 51
vpaddq zmm6, zmm9, zmm6
vpmadd52luq zmm16, zmm6, [rdi]
vpmadd52luq zmm10, zmm5, zmm5
vpmadd52huq zmm10, zmm8, [rdi + 64]
vpmadd52huq zmm11, zmm5, zmm5
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm16, zmm2, zmm5
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm2, [rsi]
vpaddq zmm8, zmm16, zmm8
vmovdqa64 zmm16, [rsi + 128]
vpmadd52luq zmm10, zmm2, zmm16
vpmadd52huq zmm10, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 192]
vpmadd52luq zmm11, zmm2, zmm5
vpmadd52huq zmm11, zmm2, zmm16
vmovdqa64 zmm16, [rsi + 256]
vpmadd52luq zmm12, zmm2, zmm16
vpmadd52huq zmm12, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 320]
vpmadd52luq zmm13, zmm2, zmm5
vpmadd52huq zmm13, zmm2, zmm16
vmovdqa64 zmm16, [rsi + 384]
vpmadd52luq zmm14, zmm2, zmm16
vpmadd52huq zmm14, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 448]
vpmadd52luq zmm15, zmm2, zmm5
vpmadd52huq zmm15, zmm2, zmm16
vmovdqa64 zmm16, [rsi + 512]
vpmadd52luq zmm3, zmm2, zmm16
vpmadd52huq zmm3, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 576]
vpmadd52luq zmm7, zmm2, zmm5
vpmadd52huq zmm7, zmm2, zmm16
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm2, zmm5
vmovdqa64 zmm5, zmm0
vpmadd52luq zmm5, zmm8, zmm0
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm6, [rdi + 64]
vpmadd52huq zmm8, zmm6, [rdi]
vmovdqa64 zmm10, [rdi + 256]
vpaddq zmm2, zmm10, zmm10
vpsrlq zmm17, [rdi + 192], 51
vpaddq zmm17, zmm2, zmm17
vpmadd52luq zmm8, zmm17, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm11, zmm18, zmm9
vpmadd52huq zmm11, zmm6, [rdi + 64]
vpmadd52luq zmm12, zmm4, zmm4
vpmadd52huq zmm12, zmm18, zmm9
vpmadd52huq zmm13, zmm4, zmm4
vmovdqa64 zmm4, [rsi + 64]
vpmadd52luq zmm8, zmm5, zmm4
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm11, zmm5, zmm8
vpmadd52huq zmm11, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 192]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm13, zmm5, zmm8
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 320]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm15, zmm5, zmm8
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 448]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm7, zmm5, zmm8
vpmadd52huq zmm7, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm4
vpmadd52huq zmm16, zmm5, zmm8
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, [rdx + 1024]
vmovdqa64 zmm4{k1}, [rdx + 1088]
vmovdqa64 zmm5, [rdx + 1152]
vmovdqa64 zmm5{k1}, [rdx + 1216]
vmovdqa64 zmm4{k2}, zmm5
vmovdqa64 zmm5, [rdx + 1280]
vmovdqa64 zmm5{k1}, [rdx + 1344]
vmovdqa64 zmm18, [rdx + 1408]
vmovdqa64 zmm18{k1}, [rdx + 1472]
vmovdqa64 zmm5{k2}, zmm18
vmovdqa64 zmm4{k3}, zmm5
vmovdqa64 zmm5, [rdx + 1536]
vmovdqa64 zmm5{k1}, [rdx + 1600]
vmovdqa64 zmm18, [rdx + 1664]
vmovdqa64 zmm18{k1}, [rdx + 1728]
vmovdqa64 zmm5{k2}, zmm18
vmovdqa64 zmm18, [rdx + 1792]
vmovdqa64 zmm18{k1}, [rdx + 1856]
vmovdqa64 zmm6, [rdx + 1920]
vmovdqa64 zmm6{k1}, [rdx + 1984]
vmovdqa64 zmm18{k2}, zmm6
vmovdqa64 zmm5{k3}, zmm18
vmovdqa64 zmm4{k4}, zmm5
vmovdqa64 [r8 + 64], zmm4
vmovdqa64 zmm4, zmm0
vpmadd52luq zmm4, zmm9, zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm17, [rdi + 64]
vpmadd52huq zmm9, zmm17, [rdi]
vmovdqa64 zmm11, [rdi + 320]
vpaddq zmm5, zmm11, zmm11
vpsrlq zmm18, [rdi + 256], 51
vpaddq zmm18, zmm5, zmm18
vpmadd52luq zmm9, zmm18, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm17
vpmadd52huq zmm12, zmm17, [rdi + 64]
vmovdqa64 zmm19, [rdi + 192]
vpmadd52luq zmm13, zmm19, zmm2
vpmadd52huq zmm13, zmm6, zmm17
vpmadd52luq zmm14, zmm10, zmm10
vpmadd52huq zmm14, zmm19, zmm2
vpmadd52huq zmm15, zmm10, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm4, zmm10
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm4, [rsi]
vpaddq zmm2, zmm9, zmm2
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm4, zmm9
vpmadd52huq zmm12, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm4, zmm9
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm3, zmm4, zmm9
vpmadd52huq zmm3, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm16, zmm4, zmm9
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm8, zmm4, zmm10
vpmadd52huq zmm8, zmm4, zmm9
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm4, zmm10
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm2, zmm0
vpsrlq zmm2, zmm2, 52
vpaddq zmm2, zmm12, zmm2
vpmadd52luq zmm2, zmm18, [rdi + 64]
vpmadd52huq zmm2, zmm18, [rdi]
vmovdqa64 zmm12, [rdi + 384]
vpaddq zmm4, zmm12, zmm12
vpsrlq zmm19, [rdi + 320], 51
vpaddq zmm19, zmm4, zmm19
vpmadd52luq zmm2, zmm19, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm18, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm14, zmm6, zmm18
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm15, zmm17, zmm5
vpmadd52huq zmm15, zmm6, zmm18
vpmadd52luq zmm3, zmm11, zmm11
vpmadd52huq zmm3, zmm17, zmm5
vpmadd52huq zmm7, zmm11, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm2, zmm10, zmm11
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm10, [rsi]
vpaddq zmm5, zmm2, zmm5
vmovdqa64 zmm2, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm2
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm2
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm3, zmm10, zmm11
vpmadd52huq zmm3, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 384]
vpmadd52luq zmm7, zmm10, zmm2
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 512]
vpmadd52luq zmm8, zmm10, zmm2
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm9, zmm10, zmm11
vpmadd52huq zmm9, zmm10, zmm2
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm10, zmm11
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm5, zmm0
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm13, zmm5
vpmadd52luq zmm5, zmm19, [rdi + 64]
vpmadd52huq zmm5, zmm19, [rdi]
vmovdqa64 zmm13, [rdi + 448]
vpaddq zmm10, zmm13, zmm13
vpsrlq zmm17, [rdi + 384], 51
vpaddq zmm17, zmm10, zmm17
vpmadd52luq zmm5, zmm17, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm19, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm15, zmm6, zmm19
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 256]
vpmadd52luq zmm3, zmm18, zmm19
vpmadd52huq zmm3, zmm6, zmm19
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm18, zmm19
vpmadd52luq zmm16, zmm12, zmm12
vpmadd52huq zmm16, zmm6, zmm4
vpmadd52huq zmm8, zmm12, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm5, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm5
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm3, zmm11, zmm5
vpmadd52huq zmm3, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm16, zmm11, zmm5
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm9, zmm11, zmm5
vpmadd52huq zmm9, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm2, zmm11, zmm12
vpmadd52huq zmm2, zmm11, zmm5
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 2048]
vmovdqa64 zmm12{k1}, [rdx + 2112]
vmovdqa64 zmm11, [rdx + 2176]
vmovdqa64 zmm11{k1}, [rdx + 2240]
vmovdqa64 zmm12{k2}, zmm11
vmovdqa64 zmm11, [rdx + 2304]
vmovdqa64 zmm11{k1}, [rdx + 2368]
vmovdqa64 zmm6, [rdx + 2432]
vmovdqa64 zmm6{k1}, [rdx + 2496]
vmovdqa64 zmm11{k2}, zmm6
vmovdqa64 zmm12{k3}, zmm11
vmovdqa64 zmm11, [rdx + 2560]
vmovdqa64 zmm11{k1}, [rdx + 2624]
vmovdqa64 zmm6, [rdx + 2688]
vmovdqa64 zmm6{k1}, [rdx + 2752]
vmovdqa64 zmm11{k2}, zmm6
vmovdqa64 zmm6, [rdx + 2816]
vmovdqa64 zmm6{k1}, [rdx + 2880]
vmovdqa64 zmm19, [rdx + 2944]
vmovdqa64 zmm19{k1}, [rdx + 3008]
vmovdqa64 zmm6{k2}, zmm19
vmovdqa64 zmm11{k3}, zmm6
vmovdqa64 zmm12{k4}, zmm11
vmovdqa64 [r8 + 128], zmm12
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm4, zmm0
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm17, [rdi + 64]
vpmadd52huq zmm4, zmm17, [rdi]
vmovdqa64 zmm14, [rdi + 512]
vpaddq zmm11, zmm14, zmm14
vpsrlq zmm6, [rdi + 448], 51
vpaddq zmm6, zmm11, zmm6
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm19, [rdi + 128]
vpmadd52luq zmm15, zmm19, zmm17
vpmadd52huq zmm15, zmm17, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm3, zmm18, zmm17
vpmadd52huq zmm3, zmm19, zmm17
vmovdqa64 zmm19, [rdi + 256]
vpmadd52luq zmm7, zmm19, zmm17
vpmadd52huq zmm7, zmm18, zmm17
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm16, zmm18, zmm17
vpmadd52huq zmm16, zmm19, zmm17
vmovdqa64 zmm19, [rdi + 384]
vpmadd52luq zmm8, zmm19, zmm10
vpmadd52huq zmm8, zmm18, zmm17
vpmadd52luq zmm9, zmm13, zmm13
vpmadd52huq zmm9, zmm19, zmm10
vpmadd52huq zmm2, zmm13, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm12, [rsi]
vpaddq zmm10, zmm4, zmm10
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm3, zmm12, zmm13
vpmadd52huq zmm3, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm9, zmm12, zmm13
vpmadd52huq zmm9, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm2, zmm12, zmm4
vpmadd52huq zmm2, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm12, zmm13
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm10, zmm0
vpsrlq zmm10, zmm10, 52
vpaddq zmm10, zmm15, zmm10
vpmadd52luq zmm10, zmm6, [rdi + 64]
vpmadd52huq zmm10, zmm6, [rdi]
vmovdqa64 zmm15, [rdi + 576]
vpaddq zmm12, zmm15, zmm15
vpsrlq zmm19, [rdi + 512], 51
vpaddq zmm19, zmm12, zmm19
vpmadd52luq zmm10, zmm19, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm3, zmm17, zmm6
vpmadd52huq zmm3, zmm6, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm7, zmm18, zmm6
vpmadd52huq zmm7, zmm17, zmm6
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm16, zmm17, zmm6
vpmadd52huq zmm16, zmm18, zmm6
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm8, zmm18, zmm6
vpmadd52huq zmm8, zmm17, zmm6
vmovdqa64 zmm17, [rdi + 384]
vpmadd52luq zmm9, zmm17, zmm6
vpmadd52huq zmm9, zmm18, zmm6
vmovdqa64 zmm18, [rdi + 448]
vpmadd52luq zmm2, zmm18, zmm11
vpmadd52huq zmm2, zmm17, zmm6
vpmadd52luq zmm5, zmm14, zmm14
vpmadd52huq zmm5, zmm18, zmm11
vpmadd52huq zmm4, zmm14, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm10, zmm13, zmm14
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm13, [rsi]
vpaddq zmm11, zmm10, zmm11
vmovdqa64 zmm10, [rsi + 128]
vpmadd52luq zmm3, zmm13, zmm10
vpmadd52huq zmm3, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm16, zmm13, zmm10
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 384]
vpmadd52luq zmm9, zmm13, zmm10
vpmadd52huq zmm9, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm2, zmm13, zmm14
vpmadd52huq zmm2, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 512]
vpmadd52luq zmm5, zmm13, zmm10
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm4, zmm13, zmm14
vpmadd52huq zmm4, zmm13, zmm10
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm11, zmm0
vpsrlq zmm11, zmm11, 52
vpaddq zmm11, zmm3, zmm11
vpmadd52luq zmm11, zmm19, [rdi + 64]
vpmadd52huq zmm11, zmm19, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm7, zmm3, zmm19
vpmadd52huq zmm7, zmm19, [rdi + 64]
vmovdqa64 zmm0, [rdi + 192]
vpmadd52luq zmm16, zmm0, zmm19
vpmadd52huq zmm16, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm8, zmm3, zmm19
vpmadd52huq zmm8, zmm0, zmm19
vmovdqa64 zmm0, [rdi + 320]
vpmadd52luq zmm9, zmm0, zmm19
vpmadd52huq zmm9, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm2, zmm3, zmm19
vpmadd52huq zmm2, zmm0, zmm19
vmovdqa64 zmm0, [rdi + 448]
vpmadd52luq zmm5, zmm0, zmm19
vpmadd52huq zmm5, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm4, zmm3, zmm12
vpmadd52huq zmm4, zmm0, zmm19
vpmadd52luq zmm10, zmm15, zmm15
vpmadd52huq zmm10, zmm3, zmm12
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm15, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm11, zmm14, zmm15
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm14, [rsi]
vpaddq zmm3, zmm11, zmm3
vmovdqa64 zmm11, [rsi + 128]
vpmadd52luq zmm7, zmm14, zmm11
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm16, zmm14, zmm15
vpmadd52huq zmm16, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 256]
vpmadd52luq zmm8, zmm14, zmm11
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm9, zmm14, zmm15
vpmadd52huq zmm9, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 384]
vpmadd52luq zmm2, zmm14, zmm11
vpmadd52huq zmm2, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 512]
vpmadd52luq zmm4, zmm14, zmm11
vpmadd52huq zmm4, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm11
vpmadd52huq zmm12, zmm14, zmm15
vpandq zmm15, zmm3, zmm1
vmovdqa64 [rdi], zmm15
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm7, zmm3
vpandq zmm7, zmm3, zmm1
vmovdqa64 [rdi + 64], zmm7
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm16, zmm3
vpandq zmm16, zmm3, zmm1
vmovdqa64 [rdi + 128], zmm16
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm8, zmm3
vpandq zmm8, zmm3, zmm1
vmovdqa64 [rdi + 192], zmm8
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm9, zmm3
vpandq zmm9, zmm3, zmm1
vmovdqa64 [rdi + 256], zmm9
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm2, zmm3
vpandq zmm2, zmm3, zmm1
vmovdqa64 [rdi + 320], zmm2
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm5, zmm3
vpandq zmm5, zmm3, zmm1
vmovdqa64 [rdi + 384], zmm5
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm4, zmm3
vpandq zmm4, zmm3, zmm1
vmovdqa64 [rdi + 448], zmm4
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm10, zmm3
vpandq zmm10, zmm3, zmm1
vmovdqa64 [rdi + 512], zmm10
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm12, zmm3
vpandq zmm1, zmm3, zmm1
vmovdqa64 [rdi + 576], zmm1
ret
.size akeyd_hw_square_and_look_up_10, . - akeyd_hw_square_and_look_up_10
.p2align 6
.globl akeyd_hw_multiply_by_entry_10_of_8
.hidden akeyd_hw_multiply_by_entry_10_of_8
.type akeyd_hw_multiply_by_entry_10_of_8, @function
# 17 registers
akeyd_hw_multiply_by_entry_10_of_8:
vmovdqa64 zmm0, [rcx]
vpsrlq zmm1, zmm0, 3
mov rax, 1
vpbroadcastq zmm2, rax
vpcmpeqq k1, zmm1, zmm2
mov rax, 2
vpbroadcastq zmm2, rax
vpcmpeqq k2, zmm1, zmm2
mov rax, 3
vpbroadcastq zmm2, rax
vpcmpeqq k3, zmm1, zmm2
mov rax, 4
vpbroadcastq zmm2, rax
vpcmpeqq k4, zmm1, zmm2
mov rax, 5
vpbroadcastq zmm2, rax
vpcmpeqq k5, zmm1, zmm2
mov rax, 6
vpbroadcastq zmm2, rax
vpcmpeqq k6, zmm1, zmm2
mov rax, 7
vpbroadcastq zmm2, rax
vpcmpeqq k7, zmm1, zmm2
mov rax, 4503599627370495
vpbroadcastq zmm2, rax
vmovdqa64 zmm1, [rsi + 640]
vpermq zmm3, zmm0, [rdx]
vpermq zmm3{k1}, zmm0, [rdx + 64]
vpermq zmm3{k2}, zmm0, [rdx + 128]
vpermq zmm3{k3}, zmm0, [rdx + 192]
vpermq zmm3{k4}, zmm0, [rdx + 256]
vpermq zmm3{k5}, zmm0, [rdx + 320]
vpermq zmm3{k6}, zmm0, [rdx + 384]
vpermq zmm3{k7}, zmm0, [rdx + 448]
vmovdqa64 zmm4, zmm2
vpmadd52luq zmm4, zmm3, [rdi]
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm2, zmm4
vpmadd52luq zmm4, zmm3, [rdi + 64]
vpmadd52huq zmm4, zmm3, [rdi]
vpermq zmm6, zmm0, [rdx + 512]
vpermq zmm6{k1}, zmm0, [rdx + 576]
vpermq zmm6{k2}, zmm0, [rdx + 640]
vpermq zmm6{k3}, zmm0, [rdx + 704]
vpermq zmm6{k4}, zmm0, [rdx + 768]
vpermq zmm6{k5}, zmm0, [rdx + 832]
vpermq zmm6{k6}, zmm0, [rdx + 896]
vpermq zmm6{k7}, zmm0, [rdx + 960]
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vmovdqa64 zmm8, zmm2
vpmadd52luq zmm8, zmm7, zmm3
vpmadd52huq zmm8, zmm3, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vmovdqa64 zmm10, zmm2
vpmadd52luq zmm10, zmm9, zmm3
vpmadd52huq zmm10, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 256]
vmovdqa64 zmm11, zmm2
vpmadd52luq zmm11, zmm7, zmm3
vpmadd52huq zmm11, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 320]
vmovdqa64 zmm12, zmm2
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 384]
vmovdqa64 zmm13, zmm2
vpmadd52luq zmm13, zmm7, zmm3
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 448]
vmovdqa64 zmm14, zmm2
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 512]
vmovdqa64 zmm15, zmm2
vpmadd52luq zmm15, zmm7, zmm3
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 576]
vmovdqa64 zmm16, zmm2
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm7, zmm3
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm9, zmm3
vmovdqa64 zmm3, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm3
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 192]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 320]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 448]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm4
vpmadd52huq zmm7, zmm5, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm8, zmm9
vpmadd52luq zmm9, zmm6, [rdi + 64]
vpmadd52huq zmm9, zmm6, [rdi]
vpermq zmm8, zmm0, [rdx + 1024]
vpermq zmm8{k1}, zmm0, [rdx + 1088]
vpermq zmm8{k2}, zmm0, [rdx + 1152]
vpermq zmm8{k3}, zmm0, [rdx + 1216]
vpermq zmm8{k4}, zmm0, [rdx + 1280]
vpermq zmm8{k5}, zmm0, [rdx + 1344]
vpermq zmm8{k6}, zmm0, [rdx + 1408]
vpermq zmm8{k7}, zmm0, [rdx + 1472]
vpmadd52luq zmm9, zmm8, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm10, zmm5, zmm6
vpmadd52huq zmm10, zmm6, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm12, zmm5, zmm6
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm14, zmm5, zmm6
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm16, zmm5, zmm6
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm7, zmm4, zmm6
vpmadd52huq zmm7, zmm5, zmm6
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm9, zmm3, zmm6
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm10, zmm3, zmm9
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 192]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm12, zmm3, zmm9
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 320]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm14, zmm3, zmm9
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 448]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm16, zmm3, zmm9
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 576]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm3, zmm9
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm10, zmm4
vpmadd52luq zmm4, zmm8, [rdi + 64]
vpmadd52huq zmm4, zmm8, [rdi]
vpermq zmm10, zmm0, [rdx + 1536]
vpermq zmm10{k1}, zmm0, [rdx + 1600]
vpermq zmm10{k2}, zmm0, [rdx + 1664]
vpermq zmm10{k3}, zmm0, [rdx + 1728]
vpermq zmm10{k4}, zmm0, [rdx + 1792]
vpermq zmm10{k5}, zmm0, [rdx + 1856]
vpermq zmm10{k6}, zmm0, [rdx + 1920]
vpermq zmm10{k7}, zmm0, [rdx + 1984]
vpmadd52luq zmm4, zmm10, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm11, zmm3, zmm8
vpmadd52huq zmm11, zmm8, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm12, zmm9, zmm8
vpmadd52huq zmm12, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm13, zmm3, zmm8
vpmadd52huq zmm13, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm14, zmm9, zmm8
vpmadd52huq zmm14, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm15, zmm3, zmm8
vpmadd52huq zmm15, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm16, zmm9, zmm8
vpmadd52huq zmm16, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm7, zmm3, zmm8
vpmadd52huq zmm7, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm5, zmm9, zmm8
vpmadd52huq zmm5, zmm3, zmm8
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm9, zmm8
vmovdqa64 zmm8, [rsi + 64]
vpmadd52luq zmm4, zmm6, zmm8
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm6, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm11, zmm6, zmm4
vpmadd52huq zmm11, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 192]
vpmadd52luq zmm12, zmm6, zmm8
vpmadd52huq zmm12, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm13, zmm6, zmm4
vpmadd52huq zmm13, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 320]
vpmadd52luq zmm14, zmm6, zmm8
vpmadd52huq zmm14, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm15, zmm6, zmm4
vpmadd52huq zmm15, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 448]
vpmadd52luq zmm16, zmm6, zmm8
vpmadd52huq zmm16, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 576]
vpmadd52luq zmm5, zmm6, zmm8
vpmadd52huq zmm5, zmm6, zmm4
vpmadd52huq zmm3, zmm6, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm10, [rdi + 64]
vpmadd52huq zmm9, zmm10, [rdi]
vpermq zmm11, zmm0, [rdx + 2048]
vpermq zmm11{k1}, zmm0, [rdx + 2112]
vpermq zmm11{k2}, zmm0, [rdx + 2176]
vpermq zmm11{k3}, zmm0, [rdx + 2240]
vpermq zmm11{k4}, zmm0, [rdx + 2304]
vpermq zmm11{k5}, zmm0, [rdx + 2368]
vpermq zmm11{k6}, zmm0, [rdx + 2432]
vpermq zmm11{k7}, zmm0, [rdx + 2496]
vpmadd52luq zmm9, zmm11, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm14, zmm6, zmm10
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm16, zmm6, zmm10
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm5, zmm6, zmm10
vpmadd52huq zmm5, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm3, zmm4, zmm10
vpmadd52huq zmm3, zmm6, zmm10
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm10
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm8, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm8, zmm9
vpmadd52huq zmm12, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm8, zmm9
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm7, zmm8, zmm10
vpmadd52huq zmm7, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm5, zmm8, zmm9
vpmadd52huq zmm5, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm3, zmm8, zmm10
vpmadd52huq zmm3, zmm8, zmm9
vpmadd52huq zmm6, zmm8, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm12, zmm4
vpmadd52luq zmm4, zmm11, [rdi + 64]
vpmadd52huq zmm4, zmm11, [rdi]
vpermq zmm12, zmm0, [rdx + 2560]
vpermq zmm12{k1}, zmm0, [rdx + 2624]
vpermq zmm12{k2}, zmm0, [rdx + 2688]
vpermq zmm12{k3}, zmm0, [rdx + 2752]
vpermq zmm12{k4}, zmm0, [rdx + 2816]
vpermq zmm12{k5}, zmm0, [rdx + 2880]
vpermq zmm12{k6}, zmm0, [rdx + 2944]
vpermq zmm12{k7}, zmm0, [rdx + 3008]
vpmadd52luq zmm4, zmm12, [rdi]
vmovdqa64 zmm8, [rdi + 128]
vpmadd52luq zmm13, zmm8, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm14, zmm9, zmm11
vpmadd52huq zmm14, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 256]
vpmadd52luq zmm15, zmm8, zmm11
vpmadd52huq zmm15, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm16, zmm9, zmm11
vpmadd52huq zmm16, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 384]
vpmadd52luq zmm7, zmm8, zmm11
vpmadd52huq zmm7, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm5, zmm9, zmm11
vpmadd52huq zmm5, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 512]
vpmadd52luq zmm3, zmm8, zmm11
vpmadd52huq zmm3, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm6, zmm9, zmm11
vpmadd52huq zmm6, zmm8, zmm11
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm4, zmm10, zmm11
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm10, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm4
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm4
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm7, zmm10, zmm4
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm5, zmm10, zmm11
vpmadd52huq zmm5, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm3, zmm10, zmm4
vpmadd52huq zmm3, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm10, zmm4
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm13, zmm9
vpmadd52luq zmm9, zmm12, [rdi + 64]
vpmadd52huq zmm9, zmm12, [rdi]
vpermq zmm13, zmm0, [rdx + 3072]
vpermq zmm13{k1}, zmm0, [rdx + 3136]
vpermq zmm13{k2}, zmm0, [rdx + 3200]
vpermq zmm13{k3}, zmm0, [rdx + 3264]
vpermq zmm13{k4}, zmm0, [rdx + 3328]
vpermq zmm13{k5}, zmm0, [rdx + 3392]
vpermq zmm13{k6}, zmm0, [rdx + 3456]
vpermq zmm13{k7}, zmm0, [rdx + 3520]
vpmadd52luq zmm9, zmm13, [rdi]
vmovdqa64 zmm10, [rdi + 128]
vpmadd52luq zmm14, zmm10, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm15, zmm4, zmm12
vpmadd52huq zmm15, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 256]
vpmadd52luq zmm16, zmm10, zmm12
vpmadd52huq zmm16, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm7, zmm4, zmm12
vpmadd52huq zmm7, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 384]
vpmadd52luq zmm5, zmm10, zmm12
vpmadd52huq zmm5, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm3, zmm4, zmm12
vpmadd52huq zmm3, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 512]
vpmadd52luq zmm6, zmm10, zmm12
vpmadd52huq zmm6, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm8, zmm4, zmm12
vpmadd52huq zmm8, zmm10, zmm12
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm4, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm9, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm9
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm16, zmm11, zmm9
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm5, zmm11, zmm9
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm3, zmm11, zmm12
vpmadd52huq zmm3, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm6, zmm11, zmm9
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm9
vpmadd52huq zmm10, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm13, [rdi + 64]
vpmadd52huq zmm4, zmm13, [rdi]
vpermq zmm14, zmm0, [rdx + 3584]
vpermq zmm14{k1}, zmm0, [rdx + 3648]
vpermq zmm14{k2}, zmm0, [rdx + 3712]
vpermq zmm14{k3}, zmm0, [rdx + 3776]
vpermq zmm14{k4}, zmm0, [rdx + 3840]
vpermq zmm14{k5}, zmm0, [rdx + 3904]
vpermq zmm14{k6}, zmm0, [rdx + 3968]
vpermq zmm14{k7}, zmm0, [rdx + 4032]
vpmadd52luq zmm4, zmm14, [rdi]
vmovdqa64 zmm11, [rdi + 128]
vpmadd52luq zmm15, zmm11, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm16, zmm9, zmm13
vpmadd52huq zmm16, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 256]
vpmadd52luq zmm7, zmm11, zmm13
vpmadd52huq zmm7, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm5, zmm9, zmm13
vpmadd52huq zmm5, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 384]
vpmadd52luq zmm3, zmm11, zmm13
vpmadd52huq zmm3, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm6, zmm9, zmm13
vpmadd52huq zmm6, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 512]
vpmadd52luq zmm8, zmm11, zmm13
vpmadd52huq zmm8, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm10, zmm9, zmm13
vpmadd52huq zmm10, zmm11, zmm13
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm9, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm12, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm3, zmm12, zmm4
vpmadd52huq zmm3, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm12, zmm4
vpmadd52huq zmm11, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpmadd52luq zmm9, zmm14, [rdi + 64]
vpmadd52huq zmm9, zmm14, [rdi]
vpermq zmm15, zmm0, [rdx + 4096]
vpermq zmm15{k1}, zmm0, [rdx + 4160]
vpermq zmm15{k2}, zmm0, [rdx + 4224]
vpermq zmm15{k3}, zmm0, [rdx + 4288]
vpermq zmm15{k4}, zmm0, [rdx + 4352]
vpermq zmm15{k5}, zmm0, [rdx + 4416]
vpermq zmm15{k6}, zmm0, [rdx + 4480]
vpermq zmm15{k7}, zmm0, [rdx + 4544]
vpmadd52luq zmm9, zmm15, [rdi]
vmovdqa64 zmm12, [rdi + 128]
vpmadd52luq zmm16, zmm12, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm7, zmm4, zmm14
vpmadd52huq zmm7, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 256]
vpmadd52luq zmm5, zmm12, zmm14
vpmadd52huq zmm5, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm3, zmm4, zmm14
vpmadd52huq zmm3, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 384]
vpmadd52luq zmm6, zmm12, zmm14
vpmadd52huq zmm6, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm8, zmm4, zmm14
vpmadd52huq zmm8, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 512]
vpmadd52luq zmm10, zmm12, zmm14
vpmadd52huq zmm10, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm11, zmm4, zmm14
vpmadd52huq zmm11, zmm12, zmm14
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm9, zmm13, zmm14
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm13, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm16, zmm13, zmm9
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm5, zmm13, zmm9
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm3, zmm13, zmm14
vpmadd52huq zmm3, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm6, zmm13, zmm9
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm10, zmm13, zmm9
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm13, zmm9
vpmadd52huq zmm12, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm16, zmm4
vpmadd52luq zmm4, zmm15, [rdi + 64]
vpmadd52huq zmm4, zmm15, [rdi]
vpermq zmm16, zmm0, [rdx + 4608]
vpermq zmm16{k1}, zmm0, [rdx + 4672]
vpermq zmm16{k2}, zmm0, [rdx + 4736]
vpermq zmm16{k3}, zmm0, [rdx + 4800]
vpermq zmm16{k4}, zmm0, [rdx + 4864]
vpermq zmm16{k5}, zmm0, [rdx + 4928]
vpermq zmm16{k6}, zmm0, [rdx + 4992]
vpermq zmm16{k7}, zmm0, [rdx + 5056]
vpmadd52luq zmm4, zmm16, [rdi]
vmovdqa64 zmm0, [rdi + 128]
vpmadd52luq zmm7, zmm0, zmm15
vpmadd52huq zmm7, zmm15, [rdi + 64]
vmovdqa64 zmm13, [rdi + 192]
vpmadd52luq zmm5, zmm13, zmm15
vpmadd52huq zmm5, zmm0, zmm15
vmovdqa64 zmm0, [rdi + 256]
vpmadd52luq zmm3, zmm0, zmm15
vpmadd52huq zmm3, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 320]
vpmadd52luq zmm6, zmm13, zmm15
vpmadd52huq zmm6, zmm0, zmm15
vmovdqa64 zmm0, [rdi + 384]
vpmadd52luq zmm8, zmm0, zmm15
vpmadd52huq zmm8, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 448]
vpmadd52luq zmm10, zmm13, zmm15
vpmadd52huq zmm10, zmm0, zmm15
vmovdqa64 zmm0, [rdi + 512]
vpmadd52luq zmm11, zmm0, zmm15
vpmadd52huq zmm11, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 576]
vpmadd52luq zmm12, zmm13, zmm15
vpmadd52huq zmm12, zmm0, zmm15
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm13, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm4, zmm14, zmm15
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm14, [rsi]
vpaddq zmm13, zmm4, zmm13
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm7, zmm14, zmm4
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm3, zmm14, zmm4
vpmadd52huq zmm3, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm14, zmm4
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm11, zmm14, zmm4
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm14, zmm4
vpmadd52huq zmm0, zmm14, zmm15
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm13, zmm1
vpsrlq zmm13, zmm13, 52
vpaddq zmm13, zmm7, zmm13
vpmadd52luq zmm13, zmm16, [rdi + 64]
vpmadd52huq zmm13, zmm16, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm5, zmm7, zmm16
vpmadd52huq zmm5, zmm16, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm3, zmm1, zmm16
vpmadd52huq zmm3, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm6, zmm7, zmm16
vpmadd52huq zmm6, zmm1, zmm16
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm8, zmm1, zmm16
vpmadd52huq zmm8, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm10, zmm7, zmm16
vpmadd52huq zmm10, zmm1, zmm16
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm11, zmm1, zmm16
vpmadd52huq zmm11, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm12, zmm7, zmm16
vpmadd52huq zmm12, zmm1, zmm16
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm0, zmm1, zmm16
vpmadd52huq zmm0, zmm7, zmm16
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm1, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm13, zmm15, zmm16
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm15, [rsi]
vpaddq zmm1, zmm13, zmm1
vmovdqa64 zmm13, [rsi + 128]
vpmadd52luq zmm5, zmm15, zmm13
vpmadd52huq zmm5, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm3, zmm15, zmm16
vpmadd52huq zmm3, zmm15, zmm13
vmovdqa64 zmm13, [rsi + 256]
vpmadd52luq zmm6, zmm15, zmm13
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm15, zmm13
vmovdqa64 zmm13, [rsi + 384]
vpmadd52luq zmm10, zmm15, zmm13
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm13
vmovdqa64 zmm13, [rsi + 512]
vpmadd52luq zmm12, zmm15, zmm13
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm0, zmm15, zmm16
vpmadd52huq zmm0, zmm15, zmm13
vpmadd52huq zmm7, zmm15, zmm16
vpandq zmm16, zmm1, zmm2
vmovdqa64 [rdi], zmm16
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm2
vmovdqa64 [rdi + 64], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm3, zmm1
vpandq zmm3, zmm1, zmm2
vmovdqa64 [rdi + 128], zmm3
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm6, zmm1
vpandq zmm6, zmm1, zmm2
vmovdqa64 [rdi + 192], zmm6
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm8, zmm1
vpandq zmm8, zmm1, zmm2
vmovdqa64 [rdi + 256], zmm8
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm2
vmovdqa64 [rdi + 320], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm2
vmovdqa64 [rdi + 384], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm2
vmovdqa64 [rdi + 448], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm0, zmm1
vpandq zmm0, zmm1, zmm2
vmovdqa64 [rdi + 512], zmm0
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm7, zmm1
vpandq zmm2, zmm1, zmm2
vmovdqa64 [rdi + 576], zmm2
ret
.size akeyd_hw_multiply_by_entry_10_of_8, . - akeyd_hw_multiply_by_entry_10_of_8
.p2align 6
.globl akeyd_hw_multiply_by_entry_10_of_4
.hidden akeyd_hw_multiply_by_entry_10_of_4
.type akeyd_hw_multiply_by_entry_10_of_4, @function
# 17 registers
akeyd_hw_multiply_by_entry_10_of_4:
vmovdqa64 zmm0, [rcx]
vpsrlq zmm1, zmm0, 3
mov rax, 1
vpbroadcastq zmm2, rax
vpcmpeqq k1, zmm1, zmm2
mov rax, 2
vpbroadcastq zmm2, rax
vpcmpeqq k2, zmm1, zmm2
mov rax, 3
vpbroadcastq zmm2, rax
vpcmpeqq k3, zmm1, zmm2
mov rax, 4503599627370495
vpbroadcastq zmm2, rax
vmovdqa64 zmm1, [rsi + 640]
vpermq zmm3, zmm0, [rdx]
vpermq zmm3{k1}, zmm0, [rdx + 64]
vpermq zmm3{k2}, zmm0, [rdx + 128]
vpermq zmm3{k3}, zmm0, [rdx + 192]
vmovdqa64 zmm4, zmm2
vpmadd52luq zmm4, zmm3, [rdi]
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm2, zmm4
vpmadd52luq zmm4, zmm3, [rdi + 64]
vpmadd52huq zmm4, zmm3, [rdi]
vpermq zmm6, zmm0, [rdx + 256]
vpermq zmm6{k1}, zmm0, [rdx + 320]
vpermq zmm6{k2}, zmm0, [rdx + 384]
vpermq zmm6{k3}, zmm0, [rdx + 448]
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vmovdqa64 zmm8, zmm2
vpmadd52luq zmm8, zmm7, zmm3
vpmadd52huq zmm8, zmm3, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vmovdqa64 zmm10, zmm2
vpmadd52luq zmm10, zmm9, zmm3
vpmadd52huq zmm10, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 256]
vmovdqa64 zmm11, zmm2
vpmadd52luq zmm11, zmm7, zmm3
vpmadd52huq zmm11, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 320]
vmovdqa64 zmm12, zmm2
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 384]
vmovdqa64 zmm13, zmm2
vpmadd52luq zmm13, zmm7, zmm3
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 448]
vmovdqa64 zmm14, zmm2
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 512]
vmovdqa64 zmm15, zmm2
vpmadd52luq zmm15, zmm7, zmm3
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 576]
vmovdqa64 zmm16, zmm2
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm7, zmm3
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm9, zmm3
vmovdqa64 zmm3, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm3
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 192]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 320]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 448]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm4
vpmadd52huq zmm7, zmm5, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm8, zmm9
vpmadd52luq zmm9, zmm6, [rdi + 64]
vpmadd52huq zmm9, zmm6, [rdi]
vpermq zmm8, zmm0, [rdx + 512]
vpermq zmm8{k1}, zmm0, [rdx + 576]
vpermq zmm8{k2}, zmm0, [rdx + 640]
vpermq zmm8{k3}, zmm0, [rdx + 704]
vpmadd52luq zmm9, zmm8, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm10, zmm5, zmm6
vpmadd52huq zmm10, zmm6, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm12, zmm5, zmm6
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm14, zmm5, zmm6
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm16, zmm5, zmm6
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm7, zmm4, zmm6
vpmadd52huq zmm7, zmm5, zmm6
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm9, zmm3, zmm6
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm10, zmm3, zmm9
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 192]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm12, zmm3, zmm9
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 320]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm14, zmm3, zmm9
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 448]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm16, zmm3, zmm9
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 576]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm3, zmm9
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm10, zmm4
vpmadd52luq zmm4, zmm8, [rdi + 64]
vpmadd52huq zmm4, zmm8, [rdi]
vpermq zmm10, zmm0, [rdx + 768]
vpermq zmm10{k1}, zmm0, [rdx + 832]
vpermq zmm10{k2}, zmm0, [rdx + 896]
vpermq zmm10{k3}, zmm0, [rdx + 960]
vpmadd52luq zmm4, zmm10, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm11, zmm3, zmm8
vpmadd52huq zmm11, zmm8, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm12, zmm9, zmm8
vpmadd52huq zmm12, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm13, zmm3, zmm8
vpmadd52huq zmm13, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm14, zmm9, zmm8
vpmadd52huq zmm14, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm15, zmm3, zmm8
vpmadd52huq zmm15, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm16, zmm9, zmm8
vpmadd52huq zmm16, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm7, zmm3, zmm8
vpmadd52huq zmm7, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm5, zmm9, zmm8
vpmadd52huq zmm5, zmm3, zmm8
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm9, zmm8
vmovdqa64 zmm8, [rsi + 64]
vpmadd52luq zmm4, zmm6, zmm8
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm6, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm11, zmm6, zmm4
vpmadd52huq zmm11, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 192]
vpmadd52luq zmm12, zmm6, zmm8
vpmadd52huq zmm12, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm13, zmm6, zmm4
vpmadd52huq zmm13, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 320]
vpmadd52luq zmm14, zmm6, zmm8
vpmadd52huq zmm14, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm15, zmm6, zmm4
vpmadd52huq zmm15, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 448]
vpmadd52luq zmm16, zmm6, zmm8
vpmadd52huq zmm16, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 576]
vpmadd52luq zmm5, zmm6, zmm8
vpmadd52huq zmm5, zmm6, zmm4
vpmadd52huq zmm3, zmm6, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm10, [rdi + 64]
vpmadd52huq zmm9, zmm10, [rdi]
vpermq zmm11, zmm0, [rdx + 1024]
vpermq zmm11{k1}, zmm0, [rdx + 1088]
vpermq zmm11{k2}, zmm0, [rdx + 1152]
vpermq zmm11{k3}, zmm0, [rdx + 1216]
vpmadd52luq zmm9, zmm11, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm14, zmm6, zmm10
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm16, zmm6, zmm10
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm5, zmm6, zmm10
vpmadd52huq zmm5, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm3, zmm4, zmm10
vpmadd52huq zmm3, zmm6, zmm10
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm10
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm8, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm8, zmm9
vpmadd52huq zmm12, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm8, zmm9
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm7, zmm8, zmm10
vpmadd52huq zmm7, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm5, zmm8, zmm9
vpmadd52huq zmm5, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm3, zmm8, zmm10
vpmadd52huq zmm3, zmm8, zmm9
vpmadd52huq zmm6, zmm8, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm12, zmm4
vpmadd52luq zmm4, zmm11, [rdi + 64]
vpmadd52huq zmm4, zmm11, [rdi]
vpermq zmm12, zmm0, [rdx + 1280]
vpermq zmm12{k1}, zmm0, [rdx + 1344]
vpermq zmm12{k2}, zmm0, [rdx + 1408]
vpermq zmm12{k3}, zmm0, [rdx + 1472]
vpmadd52luq zmm4, zmm12, [rdi]
vmovdqa64 zmm8, [rdi + 128]
vpmadd52luq zmm13, zmm8, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm14, zmm9, zmm11
vpmadd52huq zmm14, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 256]
vpmadd52luq zmm15, zmm8, zmm11
vpmadd52huq zmm15, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm16, zmm9, zmm11
vpmadd52huq zmm16, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 384]
vpmadd52luq zmm7, zmm8, zmm11
vpmadd52huq zmm7, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm5, zmm9, zmm11
vpmadd52huq zmm5, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 512]
vpmadd52luq zmm3, zmm8, zmm11
vpmadd52huq zmm3, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm6, zmm9, zmm11
vpmadd52huq zmm6, zmm8, zmm11
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm4, zmm10, zmm11
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm10, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm4
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm4
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm7, zmm10, zmm4
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm5, zmm10, zmm11
vpmadd52huq zmm5, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm3, zmm10, zmm4
vpmadd52huq zmm3, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm10, zmm4
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm13, zmm9
vpmadd52luq zmm9, zmm12, [rdi + 64]
vpmadd52huq zmm9, zmm12, [rdi]
vpermq zmm13, zmm0, [rdx + 1536]
vpermq zmm13{k1}, zmm0, [rdx + 1600]
vpermq zmm13{k2}, zmm0, [rdx + 1664]
vpermq zmm13{k3}, zmm0, [rdx + 1728]
vpmadd52luq zmm9, zmm13, [rdi]
vmovdqa64 zmm10, [rdi + 128]
vpmadd52luq zmm14, zmm10, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm15, zmm4, zmm12
vpmadd52huq zmm15, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 256]
vpmadd52luq zmm16, zmm10, zmm12
vpmadd52huq zmm16, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm7, zmm4, zmm12
vpmadd52huq zmm7, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 384]
vpmadd52luq zmm5, zmm10, zmm12
vpmadd52huq zmm5, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm3, zmm4, zmm12
vpmadd52huq zmm3, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 512]
vpmadd52luq zmm6, zmm10, zmm12
vpmadd52huq zmm6, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm8, zmm4, zmm12
vpmadd52huq zmm8, zmm10, zmm12
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm4, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm9, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm9
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm16, zmm11, zmm9
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm5, zmm11, zmm9
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm3, zmm11, zmm12
vpmadd52huq zmm3, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm6, zmm11, zmm9
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm9
vpmadd52huq zmm10, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm13, [rdi + 64]
vpmadd52huq zmm4, zmm13, [rdi]
vpermq zmm14, zmm0, [rdx + 1792]
vpermq zmm14{k1}, zmm0, [rdx + 1856]
vpermq zmm14{k2}, zmm0, [rdx + 1920]
vpermq zmm14{k3}, zmm0, [rdx + 1984]
vpmadd52luq zmm4, zmm14, [rdi]
vmovdqa64 zmm11, [rdi + 128]
vpmadd52luq zmm15, zmm11, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm16, zmm9, zmm13
vpmadd52huq zmm16, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 256]
vpmadd52luq zmm7, zmm11, zmm13
vpmadd52huq zmm7, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm5, zmm9, zmm13
vpmadd52huq zmm5, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 384]
vpmadd52luq zmm3, zmm11, zmm13
vpmadd52huq zmm3, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm6, zmm9, zmm13
vpmadd52huq zmm6, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 512]
vpmadd52luq zmm8, zmm11, zmm13
vpmadd52huq zmm8, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm10, zmm9, zmm13
vpmadd52huq zmm10, zmm11, zmm13
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm9, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm12, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm3, zmm12, zmm4
vpmadd52huq zmm3, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm12, zmm4
vpmadd52huq zmm11, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpmadd52luq zmm9, zmm14, [rdi + 64]
vpmadd52huq zmm9, zmm14, [rdi]
vpermq zmm15, zmm0, [rdx + 2048]
vpermq zmm15{k1}, zmm0, [rdx + 2112]
vpermq zmm15{k2}, zmm0, [rdx + 2176]
vpermq zmm15{k3}, zmm0, [rdx + 2240]
vpmadd52luq zmm9, zmm15, [rdi]
vmovdqa64 zmm12, [rdi + 128]
vpmadd52luq zmm16, zmm12, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm7, zmm4, zmm14
vpmadd52huq zmm7, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 256]
vpmadd52luq zmm5, zmm12, zmm14
vpmadd52huq zmm5, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm3, zmm4, zmm14
vpmadd52huq zmm3, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 384]
vpmadd52luq zmm6, zmm12, zmm14
vpmadd52huq zmm6, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm8, zmm4, zmm14
vpmadd52huq zmm8, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 512]
vpmadd52luq zmm10, zmm12, zmm14
vpmadd52huq zmm10, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm11, zmm4, zmm14
vpmadd52huq zmm11, zmm12, zmm14
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm9, zmm13, zmm14
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm13, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm16, zmm13, zmm9
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm5, zmm13, zmm9
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm3, zmm13, zmm14
vpmadd52huq zmm3, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm6, zmm13, zmm9
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm10, zmm13, zmm9
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm13, zmm9
vpmadd52huq zmm12, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm16, zmm4
vpmadd52luq zmm4, zmm15, [rdi + 64]
vpmadd52huq zmm4, zmm15, [rdi]
vpermq zmm16, zmm0, [rdx + 2304]
vpermq zmm16{k1}, zmm0, [rdx + 2368]
vpermq zmm16{k2}, zmm0, [rdx + 2432]
vpermq zmm16{k3}, zmm0, [rdx + 2496]
vpmadd52luq zmm4, zmm16, [rdi]
vmovdqa64 zmm0, [rdi + 128]
vpmadd52luq zmm7, zmm0, zmm15
vpmadd52huq zmm7, zmm15, [rdi + 64]
vmovdqa64 zmm13, [rdi + 192]
vpmadd52luq zmm5, zmm13, zmm15
vpmadd52huq zmm5, zmm0, zmm15
vmovdqa64 zmm0, [rdi + 256]
vpmadd52luq zmm3, zmm0, zmm15
vpmadd52huq zmm3, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 320]
vpmadd52luq zmm6, zmm13, zmm15
vpmadd52huq zmm6, zmm0, zmm15
vmovdqa64 zmm0, [rdi + 384]
vpmadd52luq zmm8, zmm0, zmm15
vpmadd52huq zmm8, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 448]
vpmadd52luq zmm10, zmm13, zmm15
vpmadd52huq zmm10, zmm0, zmm15
vmovdqa64 zmm0, [rdi + 512]
vpmadd52luq zmm11, zmm0, zmm15
vpmadd52huq zmm11, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 576]
vpmadd52luq zmm12, zmm13, zmm15
vpmadd52huq zmm12, zmm0, zmm15
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm13, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm4, zmm14, zmm15
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm14, [rsi]
vpaddq zmm13, zmm4, zmm13
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm7, zmm14, zmm4
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm3, zmm14, zmm4
vpmadd52huq zmm3, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm14, zmm4
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm11, zmm14, zmm4
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm14, zmm4
vpmadd52huq zmm0, zmm14, zmm15
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm13, zmm1
vpsrlq zmm13, zmm13, 52
vpaddq zmm13, zmm7, zmm13
vpmadd52luq zmm13, zmm16, [rdi + 64]
vpmadd52huq zmm13, zmm16, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm5, zmm7, zmm16
vpmadd52huq zmm5, zmm16, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm3, zmm1, zmm16
vpmadd52huq zmm3, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm6, zmm7, zmm16
vpmadd52huq zmm6, zmm1, zmm16
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm8, zmm1, zmm16
vpmadd52huq zmm8, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm10, zmm7, zmm16
vpmadd52huq zmm10, zmm1, zmm16
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm11, zmm1, zmm16
vpmadd52huq zmm11, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm12, zmm7, zmm16
vpmadd52huq zmm12, zmm1, zmm16
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm0, zmm1, zmm16
vpmadd52huq zmm0, zmm7, zmm16
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm1, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm13, zmm15, zmm16
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm15, [rsi]
vpaddq zmm1, zmm13, zmm1
vmovdqa64 zmm13, [rsi + 128]
vpmadd52luq zmm5, zmm15, zmm13
vpmadd52huq zmm5, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm3, zmm15, zmm16
vpmadd52huq zmm3, zmm15, zmm13
vmovdqa64 zmm13, [rsi + 256]
vpmadd52luq zmm6, zmm15, zmm13
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm15, zmm13
vmovdqa64 zmm13, [rsi + 384]
vpmadd52luq zmm10, zmm15, zmm13
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm13
vmovdqa64 zmm13, [rsi + 512]
vpmadd52luq zmm12, zmm15, zmm13
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm0, zmm15, zmm16
vpmadd52huq zmm0, zmm15, zmm13
vpmadd52huq zmm7, zmm15, zmm16
vpandq zmm16, zmm1, zmm2
vmovdqa64 [rdi], zmm16
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm2
vmovdqa64 [rdi + 64], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm3, zmm1
vpandq zmm3, zmm1, zmm2
vmovdqa64 [rdi + 128], zmm3
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm6, zmm1
vpandq zmm6, zmm1, zmm2
vmovdqa64 [rdi + 192], zmm6
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm8, zmm1
vpandq zmm8, zmm1, zmm2
vmovdqa64 [rdi + 256], zmm8
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm2
vmovdqa64 [rdi + 320], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm2
vmovdqa64 [rdi + 384], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm2
vmovdqa64 [rdi + 448], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm0, zmm1
vpandq zmm0, zmm1, zmm2
vmovdqa64 [rdi + 512], zmm0
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm7, zmm1
vpandq zmm2, zmm1, zmm2
vmovdqa64 [rdi + 576], zmm2
ret
.size akeyd_hw_multiply_by_entry_10_of_4, . - akeyd_hw_multiply_by_entry_10_of_4
.p2align 6
.globl akeyd_hw_multiply_15
.hidden akeyd_hw_multiply_15
.type akeyd_hw_multiply_15, @function
# 21 registers
akeyd_hw_multiply_15:
mov rax, 4503599627370495
vpbroadcastq zmm0, rax
vmovdqa64 zmm1, [rdx + 960]
vmovdqa64 zmm2, [rsi]
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm2, [rdi]
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm0, zmm3
vpmadd52luq zmm3, zmm2, [rdi + 64]
vpmadd52huq zmm3, zmm2, [rdi]
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm6, zmm2
vpmadd52huq zmm7, zmm2, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm8, zmm2
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 256]
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 320]
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm8, zmm2
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 384]
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 448]
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm8, zmm2
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 512]
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 576]
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm8, zmm2
vpmadd52huq zmm15, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 640]
vmovdqa64 zmm16, zmm0
vpmadd52luq zmm16, zmm6, zmm2
vpmadd52huq zmm16, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 704]
vmovdqa64 zmm17, zmm0
vpmadd52luq zmm17, zmm8, zmm2
vpmadd52huq zmm17, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 768]
vmovdqa64 zmm18, zmm0
vpmadd52luq zmm18, zmm6, zmm2
vpmadd52huq zmm18, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 832]
vmovdqa64 zmm19, zmm0
vpmadd52luq zmm19, zmm8, zmm2
vpmadd52huq zmm19, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 896]
vmovdqa64 zmm20, zmm0
vpmadd52luq zmm20, zmm6, zmm2
vpmadd52huq zmm20, zmm8, zmm2
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm6, zmm2
vmovdqa64 zmm2, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm2
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, [rdx]
vpaddq zmm6, zmm3, zmm6
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm7, zmm4, zmm3
vpmadd52huq zmm7, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 192]
vpmadd52luq zmm9, zmm4, zmm2
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 320]
vpmadd52luq zmm11, zmm4, zmm2
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 448]
vpmadd52luq zmm13, zmm4, zmm2
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 576]
vpmadd52luq zmm15, zmm4, zmm2
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 704]
vpmadd52luq zmm17, zmm4, zmm2
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 832]
vpmadd52luq zmm19, zmm4, zmm2
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm2
vpmadd52huq zmm8, zmm4, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm6, zmm1
vpsrlq zmm6, zmm6, 52
vpaddq zmm6, zmm7, zmm6
vpmadd52luq zmm6, zmm5, [rdi + 64]
vpmadd52huq zmm6, zmm5, [rdi]
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm6, zmm7, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm9, zmm4, zmm5
vpmadd52huq zmm9, zmm5, [rdi + 64]
vmovdqa64 zmm2, [rdi + 192]
vpmadd52luq zmm10, zmm2, zmm5
vpmadd52huq zmm10, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm11, zmm4, zmm5
vpmadd52huq zmm11, zmm2, zmm5
vmovdqa64 zmm2, [rdi + 320]
vpmadd52luq zmm12, zmm2, zmm5
vpmadd52huq zmm12, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm13, zmm4, zmm5
vpmadd52huq zmm13, zmm2, zmm5
vmovdqa64 zmm2, [rdi + 448]
vpmadd52luq zmm14, zmm2, zmm5
vpmadd52huq zmm14, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm15, zmm4, zmm5
vpmadd52huq zmm15, zmm2, zmm5
vmovdqa64 zmm2, [rdi + 576]
vpmadd52luq zmm16, zmm2, zmm5
vpmadd52huq zmm16, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm17, zmm4, zmm5
vpmadd52huq zmm17, zmm2, zmm5
vmovdqa64 zmm2, [rdi + 704]
vpmadd52luq zmm18, zmm2, zmm5
vpmadd52huq zmm18, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm19, zmm4, zmm5
vpmadd52huq zmm19, zmm2, zmm5
vmovdqa64 zmm2, [rdi + 832]
vpmadd52luq zmm20, zmm2, zmm5
vpmadd52huq zmm20, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm8, zmm4, zmm5
vpmadd52huq zmm8, zmm2, zmm5
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm4, zmm5
vmovdqa64 zmm5, [rdx + 64]
vpmadd52luq zmm6, zmm3, zmm5
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rdx]
vpaddq zmm4, zmm6, zmm4
vmovdqa64 zmm6, [rdx + 128]
vpmadd52luq zmm9, zmm3, zmm6
vpmadd52huq zmm9, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 192]
vpmadd52luq zmm10, zmm3, zmm5
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 256]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 320]
vpmadd52luq zmm12, zmm3, zmm5
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 384]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 448]
vpmadd52luq zmm14, zmm3, zmm5
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 512]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 576]
vpmadd52luq zmm16, zmm3, zmm5
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 640]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 704]
vpmadd52luq zmm18, zmm3, zmm5
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 768]
vpmadd52luq zmm19, zmm3, zmm6
vpmadd52huq zmm19, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 832]
vpmadd52luq zmm20, zmm3, zmm5
vpmadd52huq zmm20, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 896]
vpmadd52luq zmm8, zmm3, zmm6
vpmadd52huq zmm8, zmm3, zmm5
vpmadd52huq zmm2, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm9, zmm4
vpmadd52luq zmm4, zmm7, [rdi + 64]
vpmadd52huq zmm4, zmm7, [rdi]
vmovdqa64 zmm9, [rsi + 192]
vpmadd52luq zmm4, zmm9, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm10, zmm3, zmm7
vpmadd52huq zmm10, zmm7, [rdi + 64]
vmovdqa64 zmm5, [rdi + 192]
vpmadd52luq zmm11, zmm5, zmm7
vpmadd52huq zmm11, zmm3, zmm7
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm12, zmm3, zmm7
vpmadd52huq zmm12, zmm5, zmm7
vmovdqa64 zmm5, [rdi + 320]
vpmadd52luq zmm13, zmm5, zmm7
vpmadd52huq zmm13, zmm3, zmm7
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm14, zmm3, zmm7
vpmadd52huq zmm14, zmm5, zmm7
vmovdqa64 zmm5, [rdi + 448]
vpmadd52luq zmm15, zmm5, zmm7
vpmadd52huq zmm15, zmm3, zmm7
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm16, zmm3, zmm7
vpmadd52huq zmm16, zmm5, zmm7
vmovdqa64 zmm5, [rdi + 576]
vpmadd52luq zmm17, zmm5, zmm7
vpmadd52huq zmm17, zmm3, zmm7
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm18, zmm3, zmm7
vpmadd52huq zmm18, zmm5, zmm7
vmovdqa64 zmm5, [rdi + 704]
vpmadd52luq zmm19, zmm5, zmm7
vpmadd52huq zmm19, zmm3, zmm7
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm20, zmm3, zmm7
vpmadd52huq zmm20, zmm5, zmm7
vmovdqa64 zmm5, [rdi + 832]
vpmadd52luq zmm8, zmm5, zmm7
vpmadd52huq zmm8, zmm3, zmm7
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm2, zmm3, zmm7
vpmadd52huq zmm2, zmm5, zmm7
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm3, zmm7
vmovdqa64 zmm7, [rdx + 64]
vpmadd52luq zmm4, zmm6, zmm7
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm6, [rdx]
vpaddq zmm3, zmm4, zmm3
vmovdqa64 zmm4, [rdx + 128]
vpmadd52luq zmm10, zmm6, zmm4
vpmadd52huq zmm10, zmm6, zmm7
vmovdqa64 zmm7, [rdx + 192]
vpmadd52luq zmm11, zmm6, zmm7
vpmadd52huq zmm11, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 256]
vpmadd52luq zmm12, zmm6, zmm4
vpmadd52huq zmm12, zmm6, zmm7
vmovdqa64 zmm7, [rdx + 320]
vpmadd52luq zmm13, zmm6, zmm7
vpmadd52huq zmm13, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 384]
vpmadd52luq zmm14, zmm6, zmm4
vpmadd52huq zmm14, zmm6, zmm7
vmovdqa64 zmm7, [rdx + 448]
vpmadd52luq zmm15, zmm6, zmm7
vpmadd52huq zmm15, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 512]
vpmadd52luq zmm16, zmm6, zmm4
vpmadd52huq zmm16, zmm6, zmm7
vmovdqa64 zmm7, [rdx + 576]
vpmadd52luq zmm17, zmm6, zmm7
vpmadd52huq zmm17, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 640]
vpmadd52luq zmm18, zmm6, zmm4
vpmadd52huq zmm18, zmm6, zmm7
vmovdqa64 zmm7, [rdx + 704]
vpmadd52luq zmm19, zmm6, zmm7
vpmadd52huq zmm19, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 768]
vpmadd52luq zmm20, zmm6, zmm4
vpmadd52huq zmm20, zmm6, zmm7
vmovdqa64 zmm7, [rdx + 832]
vpmadd52luq zmm8, zmm6, zmm7
vpmadd52huq zmm8, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 896]
vpmadd52luq zmm2, zmm6, zmm4
vpmadd52huq zmm2, zmm6, zmm7
vpmadd52huq zmm5, zmm6, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm10, zmm3
vpmadd52luq zmm3, zmm9, [rdi + 64]
vpmadd52huq zmm3, zmm9, [rdi]
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm3, zmm10, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm11, zmm6, zmm9
vpmadd52huq zmm11, zmm9, [rdi + 64]
vmovdqa64 zmm7, [rdi + 192]
vpmadd52luq zmm12, zmm7, zmm9
vpmadd52huq zmm12, zmm6, zmm9
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm13, zmm6, zmm9
vpmadd52huq zmm13, zmm7, zmm9
vmovdqa64 zmm7, [rdi + 320]
vpmadd52luq zmm14, zmm7, zmm9
vpmadd52huq zmm14, zmm6, zmm9
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm15, zmm6, zmm9
vpmadd52huq zmm15, zmm7, zmm9
vmovdqa64 zmm7, [rdi + 448]
vpmadd52luq zmm16, zmm7, zmm9
vpmadd52huq zmm16, zmm6, zmm9
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm17, zmm6, zmm9
vpmadd52huq zmm17, zmm7, zmm9
vmovdqa64 zmm7, [rdi + 576]
vpmadd52luq zmm18, zmm7, zmm9
vpmadd52huq zmm18, zmm6, zmm9
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm19, zmm6, zmm9
vpmadd52huq zmm19, zmm7, zmm9
vmovdqa64 zmm7, [rdi + 704]
vpmadd52luq zmm20, zmm7, zmm9
vpmadd52huq zmm20, zmm6, zmm9
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm8, zmm6, zmm9
vpmadd52huq zmm8, zmm7, zmm9
vmovdqa64 zmm7, [rdi + 832]
vpmadd52luq zmm2, zmm7, zmm9
vpmadd52huq zmm2, zmm6, zmm9
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm5, zmm6, zmm9
vpmadd52huq zmm5, zmm7, zmm9
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm6, zmm9
vmovdqa64 zmm9, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm9
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, [rdx]
vpaddq zmm6, zmm3, zmm6
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm11, zmm4, zmm3
vpmadd52huq zmm11, zmm4, zmm9
vmovdqa64 zmm9, [rdx + 192]
vpmadd52luq zmm12, zmm4, zmm9
vpmadd52huq zmm12, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm13, zmm4, zmm3
vpmadd52huq zmm13, zmm4, zmm9
vmovdqa64 zmm9, [rdx + 320]
vpmadd52luq zmm14, zmm4, zmm9
vpmadd52huq zmm14, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm15, zmm4, zmm3
vpmadd52huq zmm15, zmm4, zmm9
vmovdqa64 zmm9, [rdx + 448]
vpmadd52luq zmm16, zmm4, zmm9
vpmadd52huq zmm16, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm17, zmm4, zmm3
vpmadd52huq zmm17, zmm4, zmm9
vmovdqa64 zmm9, [rdx + 576]
vpmadd52luq zmm18, zmm4, zmm9
vpmadd52huq zmm18, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm19, zmm4, zmm3
vpmadd52huq zmm19, zmm4, zmm9
vmovdqa64 zmm9, [rdx + 704]
vpmadd52luq zmm20, zmm4, zmm9
vpmadd52huq zmm20, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm9
vmovdqa64 zmm9, [rdx + 832]
vpmadd52luq zmm2, zmm4, zmm9
vpmadd52huq zmm2, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm5, zmm4, zmm3
vpmadd52huq zmm5, zmm4, zmm9
vpmadd52huq zmm7, zmm4, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm6, zmm1
vpsrlq zmm6, zmm6, 52
vpaddq zmm6, zmm11, zmm6
vpmadd52luq zmm6, zmm10, [rdi + 64]
vpmadd52huq zmm6, zmm10, [rdi]
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm6, zmm11, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm12, zmm4, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm13, zmm9, zmm10
vpmadd52huq zmm13, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm14, zmm4, zmm10
vpmadd52huq zmm14, zmm9, zmm10
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm15, zmm9, zmm10
vpmadd52huq zmm15, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm16, zmm4, zmm10
vpmadd52huq zmm16, zmm9, zmm10
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm17, zmm9, zmm10
vpmadd52huq zmm17, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm18, zmm4, zmm10
vpmadd52huq zmm18, zmm9, zmm10
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm19, zmm9, zmm10
vpmadd52huq zmm19, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm20, zmm4, zmm10
vpmadd52huq zmm20, zmm9, zmm10
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm8, zmm9, zmm10
vpmadd52huq zmm8, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm2, zmm4, zmm10
vpmadd52huq zmm2, zmm9, zmm10
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm5, zmm9, zmm10
vpmadd52huq zmm5, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm9, zmm10
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm4, zmm10
vmovdqa64 zmm10, [rdx + 64]
vpmadd52luq zmm6, zmm3, zmm10
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rdx]
vpaddq zmm4, zmm6, zmm4
vmovdqa64 zmm6, [rdx + 128]
vpmadd52luq zmm12, zmm3, zmm6
vpmadd52huq zmm12, zmm3, zmm10
vmovdqa64 zmm10, [rdx + 192]
vpmadd52luq zmm13, zmm3, zmm10
vpmadd52huq zmm13, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 256]
vpmadd52luq zmm14, zmm3, zmm6
vpmadd52huq zmm14, zmm3, zmm10
vmovdqa64 zmm10, [rdx + 320]
vpmadd52luq zmm15, zmm3, zmm10
vpmadd52huq zmm15, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 384]
vpmadd52luq zmm16, zmm3, zmm6
vpmadd52huq zmm16, zmm3, zmm10
vmovdqa64 zmm10, [rdx + 448]
vpmadd52luq zmm17, zmm3, zmm10
vpmadd52huq zmm17, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 512]
vpmadd52luq zmm18, zmm3, zmm6
vpmadd52huq zmm18, zmm3, zmm10
vmovdqa64 zmm10, [rdx + 576]
vpmadd52luq zmm19, zmm3, zmm10
vpmadd52huq zmm19, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 640]
vpmadd52luq zmm20, zmm3, zmm6
vpmadd52huq zmm20, zmm3, zmm10
vmovdqa64 zmm10, [rdx + 704]
vpmadd52luq zmm8, zmm3, zmm10
vpmadd52huq zmm8, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 768]
vpmadd52luq zmm2, zmm3, zmm6
vpmadd52huq zmm2, zmm3, zmm10
vmovdqa64 zmm10, [rdx + 832]
vpmadd52luq zmm5, zmm3, zmm10
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 896]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm3, zmm10
vpmadd52huq zmm9, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm12, zmm4
vpmadd52luq zmm4, zmm11, [rdi + 64]
vpmadd52huq zmm4, zmm11, [rdi]
vmovdqa64 zmm12, [rsi + 384]
vpmadd52luq zmm4, zmm12, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm13, zmm3, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm10, [rdi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm15, zmm3, zmm11
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm17, zmm3, zmm11
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm19, zmm3, zmm11
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm8, zmm3, zmm11
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 704]
vpmadd52luq zmm2, zmm10, zmm11
vpmadd52huq zmm2, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm5, zmm3, zmm11
vpmadd52huq zmm5, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 832]
vpmadd52luq zmm7, zmm10, zmm11
vpmadd52huq zmm7, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm9, zmm3, zmm11
vpmadd52huq zmm9, zmm10, zmm11
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm3, zmm11
vmovdqa64 zmm11, [rdx + 64]
vpmadd52luq zmm4, zmm6, zmm11
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm6, [rdx]
vpaddq zmm3, zmm4, zmm3
vmovdqa64 zmm4, [rdx + 128]
vpmadd52luq zmm13, zmm6, zmm4
vpmadd52huq zmm13, zmm6, zmm11
vmovdqa64 zmm11, [rdx + 192]
vpmadd52luq zmm14, zmm6, zmm11
vpmadd52huq zmm14, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 256]
vpmadd52luq zmm15, zmm6, zmm4
vpmadd52huq zmm15, zmm6, zmm11
vmovdqa64 zmm11, [rdx + 320]
vpmadd52luq zmm16, zmm6, zmm11
vpmadd52huq zmm16, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 384]
vpmadd52luq zmm17, zmm6, zmm4
vpmadd52huq zmm17, zmm6, zmm11
vmovdqa64 zmm11, [rdx + 448]
vpmadd52luq zmm18, zmm6, zmm11
vpmadd52huq zmm18, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 512]
vpmadd52luq zmm19, zmm6, zmm4
vpmadd52huq zmm19, zmm6, zmm11
vmovdqa64 zmm11, [rdx + 576]
vpmadd52luq zmm20, zmm6, zmm11
vpmadd52huq zmm20, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 640]
vpmadd52luq zmm8, zmm6, zmm4
vpmadd52huq zmm8, zmm6, zmm11
vmovdqa64 zmm11, [rdx + 704]
vpmadd52luq zmm2, zmm6, zmm11
vpmadd52huq zmm2, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 768]
vpmadd52luq zmm5, zmm6, zmm4
vpmadd52huq zmm5, zmm6, zmm11
vmovdqa64 zmm11, [rdx + 832]
vpmadd52luq zmm7, zmm6, zmm11
vpmadd52huq zmm7, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 896]
vpmadd52luq zmm9, zmm6, zmm4
vpmadd52huq zmm9, zmm6, zmm11
vpmadd52huq zmm10, zmm6, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm13, zmm3
vpmadd52luq zmm3, zmm12, [rdi + 64]
vpmadd52huq zmm3, zmm12, [rdi]
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm3, zmm13, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm14, zmm6, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm11, [rdi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm6, zmm12
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm16, zmm6, zmm12
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm6, zmm12
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm18, zmm6, zmm12
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm6, zmm12
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm20, zmm6, zmm12
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 576]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm6, zmm12
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm2, zmm6, zmm12
vpmadd52huq zmm2, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 704]
vpmadd52luq zmm5, zmm11, zmm12
vpmadd52huq zmm5, zmm6, zmm12
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm7, zmm6, zmm12
vpmadd52huq zmm7, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 832]
vpmadd52luq zmm9, zmm11, zmm12
vpmadd52huq zmm9, zmm6, zmm12
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm10, zmm6, zmm12
vpmadd52huq zmm10, zmm11, zmm12
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm6, zmm12
vmovdqa64 zmm12, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm12
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, [rdx]
vpaddq zmm6, zmm3, zmm6
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm12
vmovdqa64 zmm12, [rdx + 192]
vpmadd52luq zmm15, zmm4, zmm12
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm12
vmovdqa64 zmm12, [rdx + 320]
vpmadd52luq zmm17, zmm4, zmm12
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm12
vmovdqa64 zmm12, [rdx + 448]
vpmadd52luq zmm19, zmm4, zmm12
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm12
vmovdqa64 zmm12, [rdx + 576]
vpmadd52luq zmm8, zmm4, zmm12
vpmadd52huq zmm8, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm2, zmm4, zmm3
vpmadd52huq zmm2, zmm4, zmm12
vmovdqa64 zmm12, [rdx + 704]
vpmadd52luq zmm5, zmm4, zmm12
vpmadd52huq zmm5, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm7, zmm4, zmm3
vpmadd52huq zmm7, zmm4, zmm12
vmovdqa64 zmm12, [rdx + 832]
vpmadd52luq zmm9, zmm4, zmm12
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm12
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm6, zmm1
vpsrlq zmm6, zmm6, 52
vpaddq zmm6, zmm14, zmm6
vpmadd52luq zmm6, zmm13, [rdi + 64]
vpmadd52huq zmm6, zmm13, [rdi]
vmovdqa64 zmm14, [rsi + 512]
vpmadd52luq zmm6, zmm14, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm15, zmm4, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm12, [rdi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm4, zmm13
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm17, zmm4, zmm13
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm4, zmm13
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm19, zmm4, zmm13
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm4, zmm13
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm8, zmm4, zmm13
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 576]
vpmadd52luq zmm2, zmm12, zmm13
vpmadd52huq zmm2, zmm4, zmm13
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm5, zmm4, zmm13
vpmadd52huq zmm5, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 704]
vpmadd52luq zmm7, zmm12, zmm13
vpmadd52huq zmm7, zmm4, zmm13
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm9, zmm4, zmm13
vpmadd52huq zmm9, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 832]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm4, zmm13
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm11, zmm4, zmm13
vpmadd52huq zmm11, zmm12, zmm13
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm4, zmm13
vmovdqa64 zmm13, [rdx + 64]
vpmadd52luq zmm6, zmm3, zmm13
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rdx]
vpaddq zmm4, zmm6, zmm4
vmovdqa64 zmm6, [rdx + 128]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 192]
vpmadd52luq zmm16, zmm3, zmm13
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 256]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 320]
vpmadd52luq zmm18, zmm3, zmm13
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 384]
vpmadd52luq zmm19, zmm3, zmm6
vpmadd52huq zmm19, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 448]
vpmadd52luq zmm20, zmm3, zmm13
vpmadd52huq zmm20, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 512]
vpmadd52luq zmm8, zmm3, zmm6
vpmadd52huq zmm8, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 576]
vpmadd52luq zmm2, zmm3, zmm13
vpmadd52huq zmm2, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 640]
vpmadd52luq zmm5, zmm3, zmm6
vpmadd52huq zmm5, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 704]
vpmadd52luq zmm7, zmm3, zmm13
vpmadd52huq zmm7, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 768]
vpmadd52luq zmm9, zmm3, zmm6
vpmadd52huq zmm9, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 832]
vpmadd52luq zmm10, zmm3, zmm13
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 896]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm13
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm15, zmm4
vpmadd52luq zmm4, zmm14, [rdi + 64]
vpmadd52huq zmm4, zmm14, [rdi]
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm4, zmm15, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm16, zmm3, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm13, [rdi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm3, zmm14
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm18, zmm3, zmm14
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm3, zmm14
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm20, zmm3, zmm14
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 448]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm3, zmm14
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm2, zmm3, zmm14
vpmadd52huq zmm2, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 576]
vpmadd52luq zmm5, zmm13, zmm14
vpmadd52huq zmm5, zmm3, zmm14
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm7, zmm3, zmm14
vpmadd52huq zmm7, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 704]
vpmadd52luq zmm9, zmm13, zmm14
vpmadd52huq zmm9, zmm3, zmm14
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm10, zmm3, zmm14
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 832]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm3, zmm14
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm12, zmm3, zmm14
vpmadd52huq zmm12, zmm13, zmm14
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm3, zmm14
vmovdqa64 zmm14, [rdx + 64]
vpmadd52luq zmm4, zmm6, zmm14
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm6, [rdx]
vpaddq zmm3, zmm4, zmm3
vmovdqa64 zmm4, [rdx + 128]
vpmadd52luq zmm16, zmm6, zmm4
vpmadd52huq zmm16, zmm6, zmm14
vmovdqa64 zmm14, [rdx + 192]
vpmadd52luq zmm17, zmm6, zmm14
vpmadd52huq zmm17, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 256]
vpmadd52luq zmm18, zmm6, zmm4
vpmadd52huq zmm18, zmm6, zmm14
vmovdqa64 zmm14, [rdx + 320]
vpmadd52luq zmm19, zmm6, zmm14
vpmadd52huq zmm19, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 384]
vpmadd52luq zmm20, zmm6, zmm4
vpmadd52huq zmm20, zmm6, zmm14
vmovdqa64 zmm14, [rdx + 448]
vpmadd52luq zmm8, zmm6, zmm14
vpmadd52huq zmm8, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 512]
vpmadd52luq zmm2, zmm6, zmm4
vpmadd52huq zmm2, zmm6, zmm14
vmovdqa64 zmm14, [rdx + 576]
vpmadd52luq zmm5, zmm6, zmm14
vpmadd52huq zmm5, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 640]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm6, zmm14
vmovdqa64 zmm14, [rdx + 704]
vpmadd52luq zmm9, zmm6, zmm14
vpmadd52huq zmm9, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 768]
vpmadd52luq zmm10, zmm6, zmm4
vpmadd52huq zmm10, zmm6, zmm14
vmovdqa64 zmm14, [rdx + 832]
vpmadd52luq zmm11, zmm6, zmm14
vpmadd52huq zmm11, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 896]
vpmadd52luq zmm12, zmm6, zmm4
vpmadd52huq zmm12, zmm6, zmm14
vpmadd52huq zmm13, zmm6, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm16, zmm3
vpmadd52luq zmm3, zmm15, [rdi + 64]
vpmadd52huq zmm3, zmm15, [rdi]
vmovdqa64 zmm16, [rsi + 640]
vpmadd52luq zmm3, zmm16, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm17, zmm6, zmm15
vpmadd52huq zmm17, zmm15, [rdi + 64]
vmovdqa64 zmm14, [rdi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm19, zmm6, zmm15
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm8, zmm6, zmm15
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 448]
vpmadd52luq zmm2, zmm14, zmm15
vpmadd52huq zmm2, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm5, zmm6, zmm15
vpmadd52huq zmm5, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 576]
vpmadd52luq zmm7, zmm14, zmm15
vpmadd52huq zmm7, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm9, zmm6, zmm15
vpmadd52huq zmm9, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 704]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm11, zmm6, zmm15
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 832]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm6, zmm15
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm13, zmm6, zmm15
vpmadd52huq zmm13, zmm14, zmm15
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm6, zmm15
vmovdqa64 zmm15, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm15
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, [rdx]
vpaddq zmm6, zmm3, zmm6
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm17, zmm4, zmm3
vpmadd52huq zmm17, zmm4, zmm15
vmovdqa64 zmm15, [rdx + 192]
vpmadd52luq zmm18, zmm4, zmm15
vpmadd52huq zmm18, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm19, zmm4, zmm3
vpmadd52huq zmm19, zmm4, zmm15
vmovdqa64 zmm15, [rdx + 320]
vpmadd52luq zmm20, zmm4, zmm15
vpmadd52huq zmm20, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm15
vmovdqa64 zmm15, [rdx + 448]
vpmadd52luq zmm2, zmm4, zmm15
vpmadd52huq zmm2, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm5, zmm4, zmm3
vpmadd52huq zmm5, zmm4, zmm15
vmovdqa64 zmm15, [rdx + 576]
vpmadd52luq zmm7, zmm4, zmm15
vpmadd52huq zmm7, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm9, zmm4, zmm3
vpmadd52huq zmm9, zmm4, zmm15
vmovdqa64 zmm15, [rdx + 704]
vpmadd52luq zmm10, zmm4, zmm15
vpmadd52huq zmm10, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm11, zmm4, zmm3
vpmadd52huq zmm11, zmm4, zmm15
vmovdqa64 zmm15, [rdx + 832]
vpmadd52luq zmm12, zmm4, zmm15
vpmadd52huq zmm12, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm13, zmm4, zmm3
vpmadd52huq zmm13, zmm4, zmm15
vpmadd52huq zmm14, zmm4, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm6, zmm1
vpsrlq zmm6, zmm6, 52
vpaddq zmm6, zmm17, zmm6
vpmadd52luq zmm6, zmm16, [rdi + 64]
vpmadd52huq zmm6, zmm16, [rdi]
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm6, zmm17, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm18, zmm4, zmm16
vpmadd52huq zmm18, zmm16, [rdi + 64]
vmovdqa64 zmm15, [rdi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm20, zmm4, zmm16
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 320]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm2, zmm4, zmm16
vpmadd52huq zmm2, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 448]
vpmadd52luq zmm5, zmm15, zmm16
vpmadd52huq zmm5, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm7, zmm4, zmm16
vpmadd52huq zmm7, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 576]
vpmadd52luq zmm9, zmm15, zmm16
vpmadd52huq zmm9, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm10, zmm4, zmm16
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 704]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm12, zmm4, zmm16
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 832]
vpmadd52luq zmm13, zmm15, zmm16
vpmadd52huq zmm13, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm14, zmm4, zmm16
vpmadd52huq zmm14, zmm15, zmm16
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm4, zmm16
vmovdqa64 zmm16, [rdx + 64]
vpmadd52luq zmm6, zmm3, zmm16
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rdx]
vpaddq zmm4, zmm6, zmm4
vmovdqa64 zmm6, [rdx + 128]
vpmadd52luq zmm18, zmm3, zmm6
vpmadd52huq zmm18, zmm3, zmm16
vmovdqa64 zmm16, [rdx + 192]
vpmadd52luq zmm19, zmm3, zmm16
vpmadd52huq zmm19, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 256]
vpmadd52luq zmm20, zmm3, zmm6
vpmadd52huq zmm20, zmm3, zmm16
vmovdqa64 zmm16, [rdx + 320]
vpmadd52luq zmm8, zmm3, zmm16
vpmadd52huq zmm8, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 384]
vpmadd52luq zmm2, zmm3, zmm6
vpmadd52huq zmm2, zmm3, zmm16
vmovdqa64 zmm16, [rdx + 448]
vpmadd52luq zmm5, zmm3, zmm16
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 512]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm3, zmm16
vmovdqa64 zmm16, [rdx + 576]
vpmadd52luq zmm9, zmm3, zmm16
vpmadd52huq zmm9, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 640]
vpmadd52luq zmm10, zmm3, zmm6
vpmadd52huq zmm10, zmm3, zmm16
vmovdqa64 zmm16, [rdx + 704]
vpmadd52luq zmm11, zmm3, zmm16
vpmadd52huq zmm11, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 768]
vpmadd52luq zmm12, zmm3, zmm6
vpmadd52huq zmm12, zmm3, zmm16
vmovdqa64 zmm16, [rdx + 832]
vpmadd52luq zmm13, zmm3, zmm16
vpmadd52huq zmm13, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 896]
vpmadd52luq zmm14, zmm3, zmm6
vpmadd52huq zmm14, zmm3, zmm16
vpmadd52huq zmm15, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm18, zmm4
vpmadd52luq zmm4, zmm17, [rdi + 64]
vpmadd52huq zmm4, zmm17, [rdi]
vmovdqa64 zmm18, [rsi + 768]
vpmadd52luq zmm4, zmm18, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm19, zmm3, zmm17
vpmadd52huq zmm19, zmm17, [rdi + 64]
vmovdqa64 zmm16, [rdi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm8, zmm3, zmm17
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 320]
vpmadd52luq zmm2, zmm16, zmm17
vpmadd52huq zmm2, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm5, zmm3, zmm17
vpmadd52huq zmm5, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 448]
vpmadd52luq zmm7, zmm16, zmm17
vpmadd52huq zmm7, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm9, zmm3, zmm17
vpmadd52huq zmm9, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 576]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm11, zmm3, zmm17
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 704]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm13, zmm3, zmm17
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 832]
vpmadd52luq zmm14, zmm16, zmm17
vpmadd52huq zmm14, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm15, zmm3, zmm17
vpmadd52huq zmm15, zmm16, zmm17
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm3, zmm17
vmovdqa64 zmm17, [rdx + 64]
vpmadd52luq zmm4, zmm6, zmm17
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm6, [rdx]
vpaddq zmm3, zmm4, zmm3
vmovdqa64 zmm4, [rdx + 128]
vpmadd52luq zmm19, zmm6, zmm4
vpmadd52huq zmm19, zmm6, zmm17
vmovdqa64 zmm17, [rdx + 192]
vpmadd52luq zmm20, zmm6, zmm17
vpmadd52huq zmm20, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 256]
vpmadd52luq zmm8, zmm6, zmm4
vpmadd52huq zmm8, zmm6, zmm17
vmovdqa64 zmm17, [rdx + 320]
vpmadd52luq zmm2, zmm6, zmm17
vpmadd52huq zmm2, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 384]
vpmadd52luq zmm5, zmm6, zmm4
vpmadd52huq zmm5, zmm6, zmm17
vmovdqa64 zmm17, [rdx + 448]
vpmadd52luq zmm7, zmm6, zmm17
vpmadd52huq zmm7, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 512]
vpmadd52luq zmm9, zmm6, zmm4
vpmadd52huq zmm9, zmm6, zmm17
vmovdqa64 zmm17, [rdx + 576]
vpmadd52luq zmm10, zmm6, zmm17
vpmadd52huq zmm10, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 640]
vpmadd52luq zmm11, zmm6, zmm4
vpmadd52huq zmm11, zmm6, zmm17
vmovdqa64 zmm17, [rdx + 704]
vpmadd52luq zmm12, zmm6, zmm17
vpmadd52huq zmm12, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 768]
vpmadd52luq zmm13, zmm6, zmm4
vpmadd52huq zmm13, zmm6, zmm17
vmovdqa64 zmm17, [rdx + 832]
vpmadd52luq zmm14, zmm6, zmm17
vpmadd52huq zmm14, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 896]
vpmadd52luq zmm15, zmm6, zmm4
vpmadd52huq zmm15, zmm6, zmm17
vpmadd52huq zmm16, zmm6, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm19, zmm3
vpmadd52luq zmm3, zmm18, [rdi + 64]
vpmadd52huq zmm3, zmm18, [rdi]
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm3, zmm19, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm20, zmm6, zmm18
vpmadd52huq zmm20, zmm18, [rdi + 64]
vmovdqa64 zmm17, [rdi + 192]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm6, zmm18
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm2, zmm6, zmm18
vpmadd52huq zmm2, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 320]
vpmadd52luq zmm5, zmm17, zmm18
vpmadd52huq zmm5, zmm6, zmm18
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm7, zmm6, zmm18
vpmadd52huq zmm7, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 448]
vpmadd52luq zmm9, zmm17, zmm18
vpmadd52huq zmm9, zmm6, zmm18
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm10, zmm6, zmm18
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 576]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm6, zmm18
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm12, zmm6, zmm18
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 704]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm6, zmm18
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm14, zmm6, zmm18
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 832]
vpmadd52luq zmm15, zmm17, zmm18
vpmadd52huq zmm15, zmm6, zmm18
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm16, zmm6, zmm18
vpmadd52huq zmm16, zmm17, zmm18
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm6, zmm18
vmovdqa64 zmm18, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm18
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, [rdx]
vpaddq zmm6, zmm3, zmm6
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm18
vmovdqa64 zmm18, [rdx + 192]
vpmadd52luq zmm8, zmm4, zmm18
vpmadd52huq zmm8, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm2, zmm4, zmm3
vpmadd52huq zmm2, zmm4, zmm18
vmovdqa64 zmm18, [rdx + 320]
vpmadd52luq zmm5, zmm4, zmm18
vpmadd52huq zmm5, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm7, zmm4, zmm3
vpmadd52huq zmm7, zmm4, zmm18
vmovdqa64 zmm18, [rdx + 448]
vpmadd52luq zmm9, zmm4, zmm18
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm18
vmovdqa64 zmm18, [rdx + 576]
vpmadd52luq zmm11, zmm4, zmm18
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm18
vmovdqa64 zmm18, [rdx + 704]
vpmadd52luq zmm13, zmm4, zmm18
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm18
vmovdqa64 zmm18, [rdx + 832]
vpmadd52luq zmm15, zmm4, zmm18
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm18
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm6, zmm1
vpsrlq zmm6, zmm6, 52
vpaddq zmm6, zmm20, zmm6
vpmadd52luq zmm6, zmm19, [rdi + 64]
vpmadd52huq zmm6, zmm19, [rdi]
vmovdqa64 zmm20, [rsi + 896]
vpmadd52luq zmm6, zmm20, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm8, zmm4, zmm19
vpmadd52huq zmm8, zmm19, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm2, zmm18, zmm19
vpmadd52huq zmm2, zmm4, zmm19
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm5, zmm4, zmm19
vpmadd52huq zmm5, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm7, zmm18, zmm19
vpmadd52huq zmm7, zmm4, zmm19
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm9, zmm4, zmm19
vpmadd52huq zmm9, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 448]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm4, zmm19
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm11, zmm4, zmm19
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 576]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm4, zmm19
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm13, zmm4, zmm19
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 704]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm4, zmm19
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm15, zmm4, zmm19
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 832]
vpmadd52luq zmm16, zmm18, zmm19
vpmadd52huq zmm16, zmm4, zmm19
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm17, zmm4, zmm19
vpmadd52huq zmm17, zmm18, zmm19
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm4, zmm19
vmovdqa64 zmm19, [rdx + 64]
vpmadd52luq zmm6, zmm3, zmm19
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rdx]
vpaddq zmm4, zmm6, zmm4
vmovdqa64 zmm6, [rdx + 128]
vpmadd52luq zmm8, zmm3, zmm6
vpmadd52huq zmm8, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 192]
vpmadd52luq zmm2, zmm3, zmm19
vpmadd52huq zmm2, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 256]
vpmadd52luq zmm5, zmm3, zmm6
vpmadd52huq zmm5, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 320]
vpmadd52luq zmm7, zmm3, zmm19
vpmadd52huq zmm7, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 384]
vpmadd52luq zmm9, zmm3, zmm6
vpmadd52huq zmm9, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 448]
vpmadd52luq zmm10, zmm3, zmm19
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 512]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 576]
vpmadd52luq zmm12, zmm3, zmm19
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 640]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 704]
vpmadd52luq zmm14, zmm3, zmm19
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 768]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 832]
vpmadd52luq zmm16, zmm3, zmm19
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rdx + 896]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm3, zmm19
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm4, zmm20, [rdi + 64]
vpmadd52huq zmm4, zmm20, [rdi]
vmovdqa64 zmm8, [rdi + 128]
vpmadd52luq zmm2, zmm8, zmm20
vpmadd52huq zmm2, zmm20, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm5, zmm1, zmm20
vpmadd52huq zmm5, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 256]
vpmadd52luq zmm7, zmm8, zmm20
vpmadd52huq zmm7, zmm1, zmm20
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm9, zmm1, zmm20
vpmadd52huq zmm9, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 384]
vpmadd52luq zmm10, zmm8, zmm20
vpmadd52huq zmm10, zmm1, zmm20
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm11, zmm1, zmm20
vpmadd52huq zmm11, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 512]
vpmadd52luq zmm12, zmm8, zmm20
vpmadd52huq zmm12, zmm1, zmm20
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm13, zmm1, zmm20
vpmadd52huq zmm13, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 640]
vpmadd52luq zmm14, zmm8, zmm20
vpmadd52huq zmm14, zmm1, zmm20
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm15, zmm1, zmm20
vpmadd52huq zmm15, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 768]
vpmadd52luq zmm16, zmm8, zmm20
vpmadd52huq zmm16, zmm1, zmm20
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm17, zmm1, zmm20
vpmadd52huq zmm17, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 896]
vpmadd52luq zmm18, zmm8, zmm20
vpmadd52huq zmm18, zmm1, zmm20
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm8, zmm20
vmovdqa64 zmm20, [rdx + 64]
vpmadd52luq zmm4, zmm6, zmm20
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm6, [rdx]
vpaddq zmm8, zmm4, zmm8
vmovdqa64 zmm4, [rdx + 128]
vpmadd52luq zmm2, zmm6, zmm4
vpmadd52huq zmm2, zmm6, zmm20
vmovdqa64 zmm20, [rdx + 192]
vpmadd52luq zmm5, zmm6, zmm20
vpmadd52huq zmm5, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 256]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm6, zmm20
vmovdqa64 zmm20, [rdx + 320]
vpmadd52luq zmm9, zmm6, zmm20
vpmadd52huq zmm9, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 384]
vpmadd52luq zmm10, zmm6, zmm4
vpmadd52huq zmm10, zmm6, zmm20
vmovdqa64 zmm20, [rdx + 448]
vpmadd52luq zmm11, zmm6, zmm20
vpmadd52huq zmm11, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 512]
vpmadd52luq zmm12, zmm6, zmm4
vpmadd52huq zmm12, zmm6, zmm20
vmovdqa64 zmm20, [rdx + 576]
vpmadd52luq zmm13, zmm6, zmm20
vpmadd52huq zmm13, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 640]
vpmadd52luq zmm14, zmm6, zmm4
vpmadd52huq zmm14, zmm6, zmm20
vmovdqa64 zmm20, [rdx + 704]
vpmadd52luq zmm15, zmm6, zmm20
vpmadd52huq zmm15, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 768]
vpmadd52luq zmm16, zmm6, zmm4
vpmadd52huq zmm16, zmm6, zmm20
vmovdqa64 zmm20, [rdx + 832]
vpmadd52luq zmm17, zmm6, zmm20
vpmadd52huq zmm17, zmm6, zmm4
vmovdqa64 zmm4, [rdx + 896]
vpmadd52luq zmm18, zmm6, zmm4
vpmadd52huq zmm18, zmm6, zmm20
vpmadd52huq zmm1, zmm6, zmm4
vpandq zmm4, zmm8, zmm0
vmovdqa64 [rdi], zmm4
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm2, zmm8
vpandq zmm2, zmm8, zmm0
vmovdqa64 [rdi + 64], zmm2
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm5, zmm8
vpandq zmm5, zmm8, zmm0
vmovdqa64 [rdi + 128], zmm5
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm7, zmm8
vpandq zmm7, zmm8, zmm0
vmovdqa64 [rdi + 192], zmm7
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm9, zmm8
vpandq zmm9, zmm8, zmm0
vmovdqa64 [rdi + 256], zmm9
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpandq zmm10, zmm8, zmm0
vmovdqa64 [rdi + 320], zmm10
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm11, zmm8
vpandq zmm11, zmm8, zmm0
vmovdqa64 [rdi + 384], zmm11
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm12, zmm8
vpandq zmm12, zmm8, zmm0
vmovdqa64 [rdi + 448], zmm12
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm13, zmm8
vpandq zmm13, zmm8, zmm0
vmovdqa64 [rdi + 512], zmm13
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm14, zmm8
vpandq zmm14, zmm8, zmm0
vmovdqa64 [rdi + 576], zmm14
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm15, zmm8
vpandq zmm15, zmm8, zmm0
vmovdqa64 [rdi + 640], zmm15
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm16, zmm8
vpandq zmm16, zmm8, zmm0
vmovdqa64 [rdi + 704], zmm16
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm17, zmm8
vpandq zmm17, zmm8, zmm0
vmovdqa64 [rdi + 768], zmm17
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm18, zmm8
vpandq zmm18, zmm8, zmm0
vmovdqa64 [rdi + 832], zmm18
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm1, zmm8
vpandq zmm0, zmm8, zmm0
vmovdqa64 [rdi + 896], zmm0
ret
.size akeyd_hw_multiply_15, . - akeyd_hw_multiply_15
.p2align 6
.globl akeyd_hw_square_15
.hidden akeyd_hw_square_15
.type akeyd_hw_square_15, @function
# 25 registers
akeyd_hw_square_15:
mov rax, 4503599627370495
vpbroadcastq zmm0, rax
vmovdqa64 zmm1, [rsi + 960]
vmovdqa64 zmm2, [rdi]
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm2, zmm2
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm0, zmm3
vpmadd52huq zmm3, zmm2, zmm2
vmovdqa64 zmm2, [rdi + 64]
vpaddq zmm5, zmm2, zmm2
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm3, zmm4, zmm6
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm4, [rsi]
vpaddq zmm7, zmm3, zmm7
vmovdqa64 zmm3, [rsi + 128]
vmovdqa64 zmm8, zmm0
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm4, zmm6
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 256]
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 384]
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 512]
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 640]
vmovdqa64 zmm16, zmm0
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 704]
vmovdqa64 zmm17, zmm0
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 768]
vmovdqa64 zmm18, zmm0
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 832]
vmovdqa64 zmm19, zmm0
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 896]
vmovdqa64 zmm20, zmm0
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm6
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm2, zmm2
vpmadd52huq zmm7, zmm5, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpaddq zmm8, zmm5, zmm5
vpsrlq zmm4, [rdi + 64], 51
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm7, zmm4, [rdi]
vpmadd52huq zmm9, zmm2, zmm2
vmovdqa64 zmm2, [rsi + 64]
vpmadd52luq zmm7, zmm3, zmm2
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm3, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm3, zmm7
vpmadd52huq zmm9, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 192]
vpmadd52luq zmm10, zmm3, zmm2
vpmadd52huq zmm10, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm11, zmm3, zmm7
vpmadd52huq zmm11, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 320]
vpmadd52luq zmm12, zmm3, zmm2
vpmadd52huq zmm12, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm13, zmm3, zmm7
vpmadd52huq zmm13, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 448]
vpmadd52luq zmm14, zmm3, zmm2
vpmadd52huq zmm14, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm15, zmm3, zmm7
vpmadd52huq zmm15, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 576]
vpmadd52luq zmm16, zmm3, zmm2
vpmadd52huq zmm16, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm17, zmm3, zmm7
vpmadd52huq zmm17, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 704]
vpmadd52luq zmm18, zmm3, zmm2
vpmadd52huq zmm18, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm19, zmm3, zmm7
vpmadd52huq zmm19, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 832]
vpmadd52luq zmm20, zmm3, zmm2
vpmadd52huq zmm20, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm6, zmm3, zmm7
vpmadd52huq zmm6, zmm3, zmm2
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm3, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm21, zmm1
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm9, zmm21
vpmadd52luq zmm21, zmm8, [rdi + 64]
vpmadd52huq zmm21, zmm4, [rdi]
vmovdqa64 zmm4, [rdi + 192]
vpaddq zmm9, zmm4, zmm4
vpsrlq zmm3, [rdi + 128], 51
vpaddq zmm3, zmm9, zmm3
vpmadd52luq zmm21, zmm3, [rdi]
vpmadd52luq zmm10, zmm5, zmm5
vpmadd52huq zmm10, zmm8, [rdi + 64]
vpmadd52huq zmm11, zmm5, zmm5
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm5
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, [rsi]
vpaddq zmm8, zmm21, zmm8
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm10, zmm7, zmm21
vpmadd52huq zmm10, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 192]
vpmadd52luq zmm11, zmm7, zmm5
vpmadd52huq zmm11, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm12, zmm7, zmm21
vpmadd52huq zmm12, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 320]
vpmadd52luq zmm13, zmm7, zmm5
vpmadd52huq zmm13, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm14, zmm7, zmm21
vpmadd52huq zmm14, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 448]
vpmadd52luq zmm15, zmm7, zmm5
vpmadd52huq zmm15, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm16, zmm7, zmm21
vpmadd52huq zmm16, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 576]
vpmadd52luq zmm17, zmm7, zmm5
vpmadd52huq zmm17, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 704]
vpmadd52luq zmm19, zmm7, zmm5
vpmadd52huq zmm19, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm20, zmm7, zmm21
vpmadd52huq zmm20, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 832]
vpmadd52luq zmm6, zmm7, zmm5
vpmadd52huq zmm6, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm5
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm3, [rdi + 64]
vpmadd52huq zmm8, zmm3, [rdi]
vmovdqa64 zmm10, [rdi + 256]
vpaddq zmm7, zmm10, zmm10
vpsrlq zmm22, [rdi + 192], 51
vpaddq zmm22, zmm7, zmm22
vpmadd52luq zmm8, zmm22, [rdi]
vmovdqa64 zmm23, [rdi + 128]
vpmadd52luq zmm11, zmm23, zmm9
vpmadd52huq zmm11, zmm3, [rdi + 64]
vpmadd52luq zmm12, zmm4, zmm4
vpmadd52huq zmm12, zmm23, zmm9
vpmadd52huq zmm13, zmm4, zmm4
vmovdqa64 zmm4, [rsi + 64]
vpmadd52luq zmm8, zmm21, zmm4
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm21, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm11, zmm21, zmm8
vpmadd52huq zmm11, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 192]
vpmadd52luq zmm12, zmm21, zmm4
vpmadd52huq zmm12, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm13, zmm21, zmm8
vpmadd52huq zmm13, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 320]
vpmadd52luq zmm14, zmm21, zmm4
vpmadd52huq zmm14, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm15, zmm21, zmm8
vpmadd52huq zmm15, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 448]
vpmadd52luq zmm16, zmm21, zmm4
vpmadd52huq zmm16, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm17, zmm21, zmm8
vpmadd52huq zmm17, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 576]
vpmadd52luq zmm18, zmm21, zmm4
vpmadd52huq zmm18, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm19, zmm21, zmm8
vpmadd52huq zmm19, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 704]
vpmadd52luq zmm20, zmm21, zmm4
vpmadd52huq zmm20, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm6, zmm21, zmm8
vpmadd52huq zmm6, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 832]
vpmadd52luq zmm2, zmm21, zmm4
vpmadd52huq zmm2, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm5, zmm21, zmm8
vpmadd52huq zmm5, zmm21, zmm4
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm21, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm22, [rdi + 64]
vpmadd52huq zmm9, zmm22, [rdi]
vmovdqa64 zmm11, [rdi + 320]
vpaddq zmm21, zmm11, zmm11
vpsrlq zmm23, [rdi + 256], 51
vpaddq zmm23, zmm21, zmm23
vpmadd52luq zmm9, zmm23, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm12, zmm3, zmm22
vpmadd52huq zmm12, zmm22, [rdi + 64]
vmovdqa64 zmm24, [rdi + 192]
vpmadd52luq zmm13, zmm24, zmm7
vpmadd52huq zmm13, zmm3, zmm22
vpmadd52luq zmm14, zmm10, zmm10
vpmadd52huq zmm14, zmm24, zmm7
vpmadd52huq zmm15, zmm10, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm10
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, [rsi]
vpaddq zmm7, zmm9, zmm7
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm8, zmm9
vpmadd52huq zmm12, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm8, zmm9
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm18, zmm8, zmm9
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm6, zmm8, zmm10
vpmadd52huq zmm6, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm2, zmm8, zmm9
vpmadd52huq zmm2, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm5, zmm8, zmm10
vpmadd52huq zmm5, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm4, zmm8, zmm9
vpmadd52huq zmm4, zmm8, zmm10
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm8, zmm9
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm12, zmm7
vpmadd52luq zmm7, zmm23, [rdi + 64]
vpmadd52huq zmm7, zmm23, [rdi]
vmovdqa64 zmm12, [rdi + 384]
vpaddq zmm8, zmm12, zmm12
vpsrlq zmm24, [rdi + 320], 51
vpaddq zmm24, zmm8, zmm24
vpmadd52luq zmm7, zmm24, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm13, zmm22, zmm23
vpmadd52huq zmm13, zmm23, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm14, zmm3, zmm23
vpmadd52huq zmm14, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm15, zmm22, zmm21
vpmadd52huq zmm15, zmm3, zmm23
vpmadd52luq zmm16, zmm11, zmm11
vpmadd52huq zmm16, zmm22, zmm21
vpmadd52huq zmm17, zmm11, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm7, zmm9, zmm11
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm13, zmm9, zmm7
vpmadd52huq zmm13, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm9, zmm11
vpmadd52huq zmm14, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm15, zmm9, zmm7
vpmadd52huq zmm15, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm9, zmm11
vpmadd52huq zmm16, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm17, zmm9, zmm7
vpmadd52huq zmm17, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm9, zmm11
vpmadd52huq zmm18, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm19, zmm9, zmm7
vpmadd52huq zmm19, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm9, zmm11
vpmadd52huq zmm20, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm6, zmm9, zmm7
vpmadd52huq zmm6, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm2, zmm9, zmm11
vpmadd52huq zmm2, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm5, zmm9, zmm7
vpmadd52huq zmm5, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm4, zmm9, zmm11
vpmadd52huq zmm4, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm10, zmm9, zmm7
vpmadd52huq zmm10, zmm9, zmm11
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm9, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm21, zmm1
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm13, zmm21
vpmadd52luq zmm21, zmm24, [rdi + 64]
vpmadd52huq zmm21, zmm24, [rdi]
vmovdqa64 zmm13, [rdi + 448]
vpaddq zmm9, zmm13, zmm13
vpsrlq zmm22, [rdi + 384], 51
vpaddq zmm22, zmm9, zmm22
vpmadd52luq zmm21, zmm22, [rdi]
vmovdqa64 zmm23, [rdi + 128]
vpmadd52luq zmm14, zmm23, zmm24
vpmadd52huq zmm14, zmm24, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm15, zmm3, zmm24
vpmadd52huq zmm15, zmm23, zmm24
vmovdqa64 zmm23, [rdi + 256]
vpmadd52luq zmm16, zmm23, zmm24
vpmadd52huq zmm16, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm17, zmm3, zmm8
vpmadd52huq zmm17, zmm23, zmm24
vpmadd52luq zmm18, zmm12, zmm12
vpmadd52huq zmm18, zmm3, zmm8
vpmadd52huq zmm19, zmm12, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm12
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, [rsi]
vpaddq zmm8, zmm21, zmm8
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm14, zmm7, zmm21
vpmadd52huq zmm14, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm7, zmm12
vpmadd52huq zmm15, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm16, zmm7, zmm21
vpmadd52huq zmm16, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm7, zmm12
vpmadd52huq zmm17, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm7, zmm12
vpmadd52huq zmm19, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm20, zmm7, zmm21
vpmadd52huq zmm20, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm6, zmm7, zmm12
vpmadd52huq zmm6, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm5, zmm7, zmm12
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm4, zmm7, zmm21
vpmadd52huq zmm4, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm10, zmm7, zmm12
vpmadd52huq zmm10, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm11, zmm7, zmm21
vpmadd52huq zmm11, zmm7, zmm12
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm7, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm14, zmm8
vpmadd52luq zmm8, zmm22, [rdi + 64]
vpmadd52huq zmm8, zmm22, [rdi]
vmovdqa64 zmm14, [rdi + 512]
vpaddq zmm7, zmm14, zmm14
vpsrlq zmm3, [rdi + 448], 51
vpaddq zmm3, zmm7, zmm3
vpmadd52luq zmm8, zmm3, [rdi]
vmovdqa64 zmm24, [rdi + 128]
vpmadd52luq zmm15, zmm24, zmm22
vpmadd52huq zmm15, zmm22, [rdi + 64]
vmovdqa64 zmm23, [rdi + 192]
vpmadd52luq zmm16, zmm23, zmm22
vpmadd52huq zmm16, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 256]
vpmadd52luq zmm17, zmm24, zmm22
vpmadd52huq zmm17, zmm23, zmm22
vmovdqa64 zmm23, [rdi + 320]
vpmadd52luq zmm18, zmm23, zmm22
vpmadd52huq zmm18, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 384]
vpmadd52luq zmm19, zmm24, zmm9
vpmadd52huq zmm19, zmm23, zmm22
vpmadd52luq zmm20, zmm13, zmm13
vpmadd52huq zmm20, zmm24, zmm9
vpmadd52huq zmm6, zmm13, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm8, zmm21, zmm13
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm21, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm15, zmm21, zmm8
vpmadd52huq zmm15, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm21, zmm13
vpmadd52huq zmm16, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm17, zmm21, zmm8
vpmadd52huq zmm17, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm21, zmm13
vpmadd52huq zmm18, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm19, zmm21, zmm8
vpmadd52huq zmm19, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm21, zmm13
vpmadd52huq zmm20, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm6, zmm21, zmm8
vpmadd52huq zmm6, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm2, zmm21, zmm13
vpmadd52huq zmm2, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm5, zmm21, zmm8
vpmadd52huq zmm5, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm4, zmm21, zmm13
vpmadd52huq zmm4, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm10, zmm21, zmm8
vpmadd52huq zmm10, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm11, zmm21, zmm13
vpmadd52huq zmm11, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm12, zmm21, zmm8
vpmadd52huq zmm12, zmm21, zmm13
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm21, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpmadd52luq zmm9, zmm3, [rdi + 64]
vpmadd52huq zmm9, zmm3, [rdi]
vmovdqa64 zmm15, [rdi + 576]
vpaddq zmm21, zmm15, zmm15
vpsrlq zmm24, [rdi + 512], 51
vpaddq zmm24, zmm21, zmm24
vpmadd52luq zmm9, zmm24, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm16, zmm22, zmm3
vpmadd52huq zmm16, zmm3, [rdi + 64]
vmovdqa64 zmm23, [rdi + 192]
vpmadd52luq zmm17, zmm23, zmm3
vpmadd52huq zmm17, zmm22, zmm3
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm18, zmm22, zmm3
vpmadd52huq zmm18, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 320]
vpmadd52luq zmm19, zmm23, zmm3
vpmadd52huq zmm19, zmm22, zmm3
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm20, zmm22, zmm3
vpmadd52huq zmm20, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 448]
vpmadd52luq zmm6, zmm23, zmm7
vpmadd52huq zmm6, zmm22, zmm3
vpmadd52luq zmm2, zmm14, zmm14
vpmadd52huq zmm2, zmm23, zmm7
vpmadd52huq zmm5, zmm14, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm14
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, [rsi]
vpaddq zmm7, zmm9, zmm7
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm8, zmm14
vpmadd52huq zmm17, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm18, zmm8, zmm9
vpmadd52huq zmm18, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm8, zmm14
vpmadd52huq zmm19, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm6, zmm8, zmm14
vpmadd52huq zmm6, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm2, zmm8, zmm9
vpmadd52huq zmm2, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm5, zmm8, zmm14
vpmadd52huq zmm5, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm4, zmm8, zmm9
vpmadd52huq zmm4, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm10, zmm8, zmm14
vpmadd52huq zmm10, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm11, zmm8, zmm9
vpmadd52huq zmm11, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm12, zmm8, zmm14
vpmadd52huq zmm12, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm13, zmm8, zmm9
vpmadd52huq zmm13, zmm8, zmm14
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm8, zmm9
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm16, zmm7
vpmadd52luq zmm7, zmm24, [rdi + 64]
vpmadd52huq zmm7, zmm24, [rdi]
vmovdqa64 zmm16, [rdi + 640]
vpaddq zmm8, zmm16, zmm16
vpsrlq zmm23, [rdi + 576], 51
vpaddq zmm23, zmm8, zmm23
vpmadd52luq zmm7, zmm23, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm17, zmm3, zmm24
vpmadd52huq zmm17, zmm24, [rdi + 64]
vmovdqa64 zmm22, [rdi + 192]
vpmadd52luq zmm18, zmm22, zmm24
vpmadd52huq zmm18, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm19, zmm3, zmm24
vpmadd52huq zmm19, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 320]
vpmadd52luq zmm20, zmm22, zmm24
vpmadd52huq zmm20, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm6, zmm3, zmm24
vpmadd52huq zmm6, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 448]
vpmadd52luq zmm2, zmm22, zmm24
vpmadd52huq zmm2, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm5, zmm3, zmm21
vpmadd52huq zmm5, zmm22, zmm24
vpmadd52luq zmm4, zmm15, zmm15
vpmadd52huq zmm4, zmm3, zmm21
vpmadd52huq zmm10, zmm15, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm7, zmm9, zmm15
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm17, zmm9, zmm7
vpmadd52huq zmm17, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm9, zmm15
vpmadd52huq zmm18, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm19, zmm9, zmm7
vpmadd52huq zmm19, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm9, zmm15
vpmadd52huq zmm20, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm6, zmm9, zmm7
vpmadd52huq zmm6, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm2, zmm9, zmm15
vpmadd52huq zmm2, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm5, zmm9, zmm7
vpmadd52huq zmm5, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm4, zmm9, zmm15
vpmadd52huq zmm4, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm10, zmm9, zmm7
vpmadd52huq zmm10, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm11, zmm9, zmm15
vpmadd52huq zmm11, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm12, zmm9, zmm7
vpmadd52huq zmm12, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm13, zmm9, zmm15
vpmadd52huq zmm13, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm14, zmm9, zmm7
vpmadd52huq zmm14, zmm9, zmm15
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm9, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm21, zmm1
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm17, zmm21
vpmadd52luq zmm21, zmm23, [rdi + 64]
vpmadd52huq zmm21, zmm23, [rdi]
vmovdqa64 zmm17, [rdi + 704]
vpaddq zmm9, zmm17, zmm17
vpsrlq zmm3, [rdi + 640], 51
vpaddq zmm3, zmm9, zmm3
vpmadd52luq zmm21, zmm3, [rdi]
vmovdqa64 zmm24, [rdi + 128]
vpmadd52luq zmm18, zmm24, zmm23
vpmadd52huq zmm18, zmm23, [rdi + 64]
vmovdqa64 zmm22, [rdi + 192]
vpmadd52luq zmm19, zmm22, zmm23
vpmadd52huq zmm19, zmm24, zmm23
vmovdqa64 zmm24, [rdi + 256]
vpmadd52luq zmm20, zmm24, zmm23
vpmadd52huq zmm20, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 320]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm24, zmm23
vmovdqa64 zmm24, [rdi + 384]
vpmadd52luq zmm2, zmm24, zmm23
vpmadd52huq zmm2, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 448]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm24, zmm23
vmovdqa64 zmm24, [rdi + 512]
vpmadd52luq zmm4, zmm24, zmm23
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 576]
vpmadd52luq zmm10, zmm22, zmm8
vpmadd52huq zmm10, zmm24, zmm23
vpmadd52luq zmm11, zmm16, zmm16
vpmadd52huq zmm11, zmm22, zmm8
vpmadd52huq zmm12, zmm16, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm16
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, [rsi]
vpaddq zmm8, zmm21, zmm8
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm7, zmm16
vpmadd52huq zmm19, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm20, zmm7, zmm21
vpmadd52huq zmm20, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm6, zmm7, zmm16
vpmadd52huq zmm6, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm5, zmm7, zmm16
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm4, zmm7, zmm21
vpmadd52huq zmm4, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm10, zmm7, zmm16
vpmadd52huq zmm10, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm11, zmm7, zmm21
vpmadd52huq zmm11, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm12, zmm7, zmm16
vpmadd52huq zmm12, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm13, zmm7, zmm21
vpmadd52huq zmm13, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm14, zmm7, zmm16
vpmadd52huq zmm14, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm15, zmm7, zmm21
vpmadd52huq zmm15, zmm7, zmm16
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm7, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm18, zmm8
vpmadd52luq zmm8, zmm3, [rdi + 64]
vpmadd52huq zmm8, zmm3, [rdi]
vmovdqa64 zmm18, [rdi + 768]
vpaddq zmm7, zmm18, zmm18
vpsrlq zmm22, [rdi + 704], 51
vpaddq zmm22, zmm7, zmm22
vpmadd52luq zmm8, zmm22, [rdi]
vmovdqa64 zmm23, [rdi + 128]
vpmadd52luq zmm19, zmm23, zmm3
vpmadd52huq zmm19, zmm3, [rdi + 64]
vmovdqa64 zmm24, [rdi + 192]
vpmadd52luq zmm20, zmm24, zmm3
vpmadd52huq zmm20, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 256]
vpmadd52luq zmm6, zmm23, zmm3
vpmadd52huq zmm6, zmm24, zmm3
vmovdqa64 zmm24, [rdi + 320]
vpmadd52luq zmm2, zmm24, zmm3
vpmadd52huq zmm2, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 384]
vpmadd52luq zmm5, zmm23, zmm3
vpmadd52huq zmm5, zmm24, zmm3
vmovdqa64 zmm24, [rdi + 448]
vpmadd52luq zmm4, zmm24, zmm3
vpmadd52huq zmm4, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 512]
vpmadd52luq zmm10, zmm23, zmm3
vpmadd52huq zmm10, zmm24, zmm3
vmovdqa64 zmm24, [rdi + 576]
vpmadd52luq zmm11, zmm24, zmm3
vpmadd52huq zmm11, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 640]
vpmadd52luq zmm12, zmm23, zmm9
vpmadd52huq zmm12, zmm24, zmm3
vpmadd52luq zmm13, zmm17, zmm17
vpmadd52huq zmm13, zmm23, zmm9
vpmadd52huq zmm14, zmm17, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm8, zmm21, zmm17
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm21, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm19, zmm21, zmm8
vpmadd52huq zmm19, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm21, zmm17
vpmadd52huq zmm20, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm6, zmm21, zmm8
vpmadd52huq zmm6, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm2, zmm21, zmm17
vpmadd52huq zmm2, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm5, zmm21, zmm8
vpmadd52huq zmm5, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm4, zmm21, zmm17
vpmadd52huq zmm4, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm10, zmm21, zmm8
vpmadd52huq zmm10, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm11, zmm21, zmm17
vpmadd52huq zmm11, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm12, zmm21, zmm8
vpmadd52huq zmm12, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm13, zmm21, zmm17
vpmadd52huq zmm13, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm14, zmm21, zmm8
vpmadd52huq zmm14, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm15, zmm21, zmm17
vpmadd52huq zmm15, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm16, zmm21, zmm8
vpmadd52huq zmm16, zmm21, zmm17
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm21, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm19, zmm9
vpmadd52luq zmm9, zmm22, [rdi + 64]
vpmadd52huq zmm9, zmm22, [rdi]
vmovdqa64 zmm19, [rdi + 832]
vpaddq zmm21, zmm19, zmm19
vpsrlq zmm23, [rdi + 768], 51
vpaddq zmm23, zmm21, zmm23
vpmadd52luq zmm9, zmm23, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm20, zmm3, zmm22
vpmadd52huq zmm20, zmm22, [rdi + 64]
vmovdqa64 zmm24, [rdi + 192]
vpmadd52luq zmm6, zmm24, zmm22
vpmadd52huq zmm6, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm2, zmm3, zmm22
vpmadd52huq zmm2, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 320]
vpmadd52luq zmm5, zmm24, zmm22
vpmadd52huq zmm5, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm4, zmm3, zmm22
vpmadd52huq zmm4, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 448]
vpmadd52luq zmm10, zmm24, zmm22
vpmadd52huq zmm10, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm11, zmm3, zmm22
vpmadd52huq zmm11, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 576]
vpmadd52luq zmm12, zmm24, zmm22
vpmadd52huq zmm12, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm13, zmm3, zmm22
vpmadd52huq zmm13, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 704]
vpmadd52luq zmm14, zmm24, zmm7
vpmadd52huq zmm14, zmm3, zmm22
vpmadd52luq zmm15, zmm18, zmm18
vpmadd52huq zmm15, zmm24, zmm7
vpmadd52huq zmm16, zmm18, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm18
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, [rsi]
vpaddq zmm7, zmm9, zmm7
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm6, zmm8, zmm18
vpmadd52huq zmm6, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm2, zmm8, zmm9
vpmadd52huq zmm2, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm5, zmm8, zmm18
vpmadd52huq zmm5, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm4, zmm8, zmm9
vpmadd52huq zmm4, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm10, zmm8, zmm18
vpmadd52huq zmm10, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm11, zmm8, zmm9
vpmadd52huq zmm11, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm12, zmm8, zmm18
vpmadd52huq zmm12, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm13, zmm8, zmm9
vpmadd52huq zmm13, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm14, zmm8, zmm18
vpmadd52huq zmm14, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm15, zmm8, zmm9
vpmadd52huq zmm15, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm16, zmm8, zmm18
vpmadd52huq zmm16, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm17, zmm8, zmm9
vpmadd52huq zmm17, zmm8, zmm18
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm8, zmm9
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm20, zmm7
vpmadd52luq zmm7, zmm23, [rdi + 64]
vpmadd52huq zmm7, zmm23, [rdi]
vmovdqa64 zmm20, [rdi + 896]
vpaddq zmm8, zmm20, zmm20
vpsrlq zmm24, [rdi + 832], 51
vpaddq zmm24, zmm8, zmm24
vpmadd52luq zmm7, zmm24, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm23, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm2, zmm3, zmm23
vpmadd52huq zmm2, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm4, zmm3, zmm23
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm11, zmm3, zmm23
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 512]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm13, zmm3, zmm23
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 640]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm15, zmm3, zmm23
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 768]
vpmadd52luq zmm16, zmm22, zmm21
vpmadd52huq zmm16, zmm3, zmm23
vpmadd52luq zmm17, zmm19, zmm19
vpmadd52huq zmm17, zmm22, zmm21
vpmadd52huq zmm18, zmm19, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm7, zmm9, zmm19
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm6, zmm9, zmm7
vpmadd52huq zmm6, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm2, zmm9, zmm19
vpmadd52huq zmm2, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm5, zmm9, zmm7
vpmadd52huq zmm5, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm4, zmm9, zmm19
vpmadd52huq zmm4, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm10, zmm9, zmm7
vpmadd52huq zmm10, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm11, zmm9, zmm19
vpmadd52huq zmm11, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm12, zmm9, zmm7
vpmadd52huq zmm12, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm13, zmm9, zmm19
vpmadd52huq zmm13, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm14, zmm9, zmm7
vpmadd52huq zmm14, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm15, zmm9, zmm19
vpmadd52huq zmm15, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm16, zmm9, zmm7
vpmadd52huq zmm16, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm17, zmm9, zmm19
vpmadd52huq zmm17, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm18, zmm9, zmm7
vpmadd52huq zmm18, zmm9, zmm19
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm9, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm21, zmm1
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm6, zmm21
vpmadd52luq zmm21, zmm24, [rdi + 64]
vpmadd52huq zmm21, zmm24, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm2, zmm6, zmm24
vpmadd52huq zmm2, zmm24, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm5, zmm1, zmm24
vpmadd52huq zmm5, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm4, zmm6, zmm24
vpmadd52huq zmm4, zmm1, zmm24
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm10, zmm1, zmm24
vpmadd52huq zmm10, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm11, zmm6, zmm24
vpmadd52huq zmm11, zmm1, zmm24
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm12, zmm1, zmm24
vpmadd52huq zmm12, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm13, zmm6, zmm24
vpmadd52huq zmm13, zmm1, zmm24
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm14, zmm1, zmm24
vpmadd52huq zmm14, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm15, zmm6, zmm24
vpmadd52huq zmm15, zmm1, zmm24
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm16, zmm1, zmm24
vpmadd52huq zmm16, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm17, zmm6, zmm24
vpmadd52huq zmm17, zmm1, zmm24
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm18, zmm1, zmm8
vpmadd52huq zmm18, zmm6, zmm24
vpmadd52luq zmm19, zmm20, zmm20
vpmadd52huq zmm19, zmm1, zmm8
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm20, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm20
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm7, [rsi]
vpaddq zmm1, zmm21, zmm1
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm5, zmm7, zmm20
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm4, zmm7, zmm21
vpmadd52huq zmm4, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm10, zmm7, zmm20
vpmadd52huq zmm10, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm11, zmm7, zmm21
vpmadd52huq zmm11, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm12, zmm7, zmm20
vpmadd52huq zmm12, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm13, zmm7, zmm21
vpmadd52huq zmm13, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm14, zmm7, zmm20
vpmadd52huq zmm14, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm15, zmm7, zmm21
vpmadd52huq zmm15, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm16, zmm7, zmm20
vpmadd52huq zmm16, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm17, zmm7, zmm21
vpmadd52huq zmm17, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm18, zmm7, zmm20
vpmadd52huq zmm18, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm19, zmm7, zmm21
vpmadd52huq zmm19, zmm7, zmm20
vpmadd52huq zmm8, zmm7, zmm21
vpandq zmm21, zmm1, zmm0
vmovdqa64 [rdi], zmm21
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm2, zmm1
vpandq zmm2, zmm1, zmm0
vmovdqa64 [rdi + 64], zmm2
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm0
vmovdqa64 [rdi + 128], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm4, zmm1
vpandq zmm4, zmm1, zmm0
vmovdqa64 [rdi + 192], zmm4
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm0
vmovdqa64 [rdi + 256], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm0
vmovdqa64 [rdi + 320], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm0
vmovdqa64 [rdi + 384], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm13, zmm1
vpandq zmm13, zmm1, zmm0
vmovdqa64 [rdi + 448], zmm13
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm14, zmm1
vpandq zmm14, zmm1, zmm0
vmovdqa64 [rdi + 512], zmm14
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm15, zmm1
vpandq zmm15, zmm1, zmm0
vmovdqa64 [rdi + 576], zmm15
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm16, zmm1
vpandq zmm16, zmm1, zmm0
vmovdqa64 [rdi + 640], zmm16
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm17, zmm1
vpandq zmm17, zmm1, zmm0
vmovdqa64 [rdi + 704], zmm17
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm18, zmm1
vpandq zmm18, zmm1, zmm0
vmovdqa64 [rdi + 768], zmm18
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm19, zmm1
vpandq zmm19, zmm1, zmm0
vmovdqa64 [rdi + 832], zmm19
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm8, zmm1
vpandq zmm0, zmm1, zmm0
vmovdqa64 [rdi + 896], zmm0
ret
.size akeyd_hw_square_15, . - akeyd_hw_square_15
.p2align 6
.globl akeyd_hw_square_and_look_up_15
.hidden akeyd_hw_square_and_look_up_15
.type akeyd_hw_square_and_look_up_15, @function
# 25 registers
akeyd_hw_square_and_look_up_15:
vmovdqa64 zmm0, [rcx]
mov rax, 1
vpbroadcastq zmm1, rax
vptestmq k1, zmm0, zmm1
mov rax, 2
vpbroadcastq zmm1, rax
vptestmq k2, zmm0, zmm1
mov rax, 4
vpbroadcastq zmm1, rax
vptestmq k3, zmm0, zmm1
mov rax, 8
vpbroadcastq zmm1, rax
vptestmq k4, zmm0, zmm1
mov rax, 4503599627370495
vpbroadcastq zmm1, rax
vmovdqa64 zmm0, [rsi + 960]
vmovdqa64 zmm2, [rdi]
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm2, zmm2
vmovdqa64 zmm4, zmm0
vpmadd52luq zmm4, zmm3, zmm0
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm1, zmm3
vpmadd52huq zmm3, zmm2, zmm2
vmovdqa64 zmm2, [rdi + 64]
vpaddq zmm5, zmm2, zmm2
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm3, zmm4, zmm6
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm4, [rsi]
vpaddq zmm7, zmm3, zmm7
vmovdqa64 zmm3, [rsi + 128]
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm4, zmm6
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 256]
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 384]
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 512]
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 640]
vmovdqa64 zmm16, zmm1
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 704]
vmovdqa64 zmm17, zmm1
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 768]
vmovdqa64 zmm18, zmm1
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 832]
vmovdqa64 zmm19, zmm1
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 896]
vmovdqa64 zmm20, zmm1
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm6
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm3
vmovdqa64 zmm3, [rdx]
vmovdqa64 zmm3{k1}, [rdx + 64]
vmovdqa64 zmm4, [rdx + 128]
vmovdqa64 zmm4{k1}, [rdx + 192]
vmovdqa64 zmm3{k2}, zmm4
vmovdqa64 zmm4, [rdx + 256]
vmovdqa64 zmm4{k1}, [rdx + 320]
vmovdqa64 zmm21, [rdx + 384]
vmovdqa64 zmm21{k1}, [rdx + 448]
vmovdqa64 zmm4{k2}, zmm21
vmovdqa64 zmm3{k3}, zmm4
vmovdqa64 zmm4, [rdx + 512]
vmovdqa64 zmm4{k1}, [rdx + 576]
vmovdqa64 zmm21, [rdx + 640]
vmovdqa64 zmm21{k1}, [rdx + 704]
vmovdqa64 zmm4{k2}, zmm21
vmovdqa64 zmm21, [rdx + 768]
vmovdqa64 zmm21{k1}, [rdx + 832]
vmovdqa64 zmm22, [rdx + 896]
vmovdqa64 zmm22{k1}, [rdx + 960]
vmovdqa64 zmm21{k2}, zmm22
vmovdqa64 zmm4{k3}, zmm21
vmovdqa64 zmm3{k4}, zmm4
vmovdqa64 [r8], zmm3
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm7, zmm0
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm2, zmm2
vpmadd52huq zmm7, zmm5, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpaddq zmm8, zmm5, zmm5
vpsrlq zmm4, [rdi + 64], 51
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm7, zmm4, [rdi]
vpmadd52huq zmm9, zmm2, zmm2
vmovdqa64 zmm2, [rsi + 64]
vpmadd52luq zmm7, zmm3, zmm2
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm3, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm3, zmm7
vpmadd52huq zmm9, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 192]
vpmadd52luq zmm10, zmm3, zmm2
vpmadd52huq zmm10, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm11, zmm3, zmm7
vpmadd52huq zmm11, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 320]
vpmadd52luq zmm12, zmm3, zmm2
vpmadd52huq zmm12, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm13, zmm3, zmm7
vpmadd52huq zmm13, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 448]
vpmadd52luq zmm14, zmm3, zmm2
vpmadd52huq zmm14, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm15, zmm3, zmm7
vpmadd52huq zmm15, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 576]
vpmadd52luq zmm16, zmm3, zmm2
vpmadd52huq zmm16, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm17, zmm3, zmm7
vpmadd52huq zmm17, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 704]
vpmadd52luq zmm18, zmm3, zmm2
vpmadd52huq zmm18, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm19, zmm3, zmm7
vpmadd52huq zmm19, zmm3, zmm2
vmovdqa64 zmm2, [rsi + 832]
vpmadd52luq zmm20, zmm3, zmm2
vpmadd52huq zmm20, zmm3, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm6, zmm3, zmm7
vpmadd52huq zmm6, zmm3, zmm2
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm3, zmm7
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm21, zmm0
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm9, zmm21
vpmadd52luq zmm21, zmm8, [rdi + 64]
vpmadd52huq zmm21, zmm4, [rdi]
vmovdqa64 zmm4, [rdi + 192]
vpaddq zmm9, zmm4, zmm4
vpsrlq zmm3, [rdi + 128], 51
vpaddq zmm3, zmm9, zmm3
vpmadd52luq zmm21, zmm3, [rdi]
vpmadd52luq zmm10, zmm5, zmm5
vpmadd52huq zmm10, zmm8, [rdi + 64]
vpmadd52huq zmm11, zmm5, zmm5
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm5
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, [rsi]
vpaddq zmm8, zmm21, zmm8
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm10, zmm7, zmm21
vpmadd52huq zmm10, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 192]
vpmadd52luq zmm11, zmm7, zmm5
vpmadd52huq zmm11, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm12, zmm7, zmm21
vpmadd52huq zmm12, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 320]
vpmadd52luq zmm13, zmm7, zmm5
vpmadd52huq zmm13, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm14, zmm7, zmm21
vpmadd52huq zmm14, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 448]
vpmadd52luq zmm15, zmm7, zmm5
vpmadd52huq zmm15, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm16, zmm7, zmm21
vpmadd52huq zmm16, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 576]
vpmadd52luq zmm17, zmm7, zmm5
vpmadd52huq zmm17, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 704]
vpmadd52luq zmm19, zmm7, zmm5
vpmadd52huq zmm19, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm20, zmm7, zmm21
vpmadd52huq zmm20, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 832]
vpmadd52luq zmm6, zmm7, zmm5
vpmadd52huq zmm6, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm5
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, zmm0
vpmadd52luq zmm21, zmm8, zmm0
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm3, [rdi + 64]
vpmadd52huq zmm8, zmm3, [rdi]
vmovdqa64 zmm10, [rdi + 256]
vpaddq zmm7, zmm10, zmm10
vpsrlq zmm22, [rdi + 192], 51
vpaddq zmm22, zmm7, zmm22
vpmadd52luq zmm8, zmm22, [rdi]
vmovdqa64 zmm23, [rdi + 128]
vpmadd52luq zmm11, zmm23, zmm9
vpmadd52huq zmm11, zmm3, [rdi + 64]
vpmadd52luq zmm12, zmm4, zmm4
vpmadd52huq zmm12, zmm23, zmm9
vpmadd52huq zmm13, zmm4, zmm4
vmovdqa64 zmm4, [rsi + 64]
vpmadd52luq zmm8, zmm21, zmm4
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm21, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm11, zmm21, zmm8
vpmadd52huq zmm11, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 192]
vpmadd52luq zmm12, zmm21, zmm4
vpmadd52huq zmm12, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm13, zmm21, zmm8
vpmadd52huq zmm13, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 320]
vpmadd52luq zmm14, zmm21, zmm4
vpmadd52huq zmm14, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm15, zmm21, zmm8
vpmadd52huq zmm15, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 448]
vpmadd52luq zmm16, zmm21, zmm4
vpmadd52huq zmm16, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm17, zmm21, zmm8
vpmadd52huq zmm17, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 576]
vpmadd52luq zmm18, zmm21, zmm4
vpmadd52huq zmm18, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm19, zmm21, zmm8
vpmadd52huq zmm19, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 704]
vpmadd52luq zmm20, zmm21, zmm4
vpmadd52huq zmm20, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm6, zmm21, zmm8
vpmadd52huq zmm6, zmm21, zmm4
vmovdqa64 zmm4, [rsi + 832]
vpmadd52luq zmm2, zmm21, zmm4
vpmadd52huq zmm2, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm5, zmm21, zmm8
vpmadd52huq zmm5, zmm21, zmm4
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm21, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vmovdqa64 zmm8{k1}, [rdx + 1088]
vmovdqa64 zmm21, [rdx + 1152]
vmovdqa64 zmm21{k1}, [rdx + 1216]
vmovdqa64 zmm8{k2}, zmm21
vmovdqa64 zmm21, [rdx + 1280]
vmovdqa64 zmm21{k1}, [rdx + 1344]
vmovdqa64 zmm23, [rdx + 1408]
vmovdqa64 zmm23{k1}, [rdx + 1472]
vmovdqa64 zmm21{k2}, zmm23
vmovdqa64 zmm8{k3}, zmm21
vmovdqa64 zmm21, [rdx + 1536]
vmovdqa64 zmm21{k1}, [rdx + 1600]
vmovdqa64 zmm23, [rdx + 1664]
vmovdqa64 zmm23{k1}, [rdx + 1728]
vmovdqa64 zmm21{k2}, zmm23
vmovdqa64 zmm23, [rdx + 1792]
vmovdqa64 zmm23{k1}, [rdx + 1856]
vmovdqa64 zmm3, [rdx + 1920]
vmovdqa64 zmm3{k1}, [rdx + 1984]
vmovdqa64 zmm23{k2}, zmm3
vmovdqa64 zmm21{k3}, zmm23
vmovdqa64 zmm8{k4}, zmm21
vmovdqa64 [r8 + 64], zmm8
vmovdqa64 zmm8, zmm0
vpmadd52luq zmm8, zmm9, zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm22, [rdi + 64]
vpmadd52huq zmm9, zmm22, [rdi]
vmovdqa64 zmm11, [rdi + 320]
vpaddq zmm21, zmm11, zmm11
vpsrlq zmm23, [rdi + 256], 51
vpaddq zmm23, zmm21, zmm23
vpmadd52luq zmm9, zmm23, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm12, zmm3, zmm22
vpmadd52huq zmm12, zmm22, [rdi + 64]
vmovdqa64 zmm24, [rdi + 192]
vpmadd52luq zmm13, zmm24, zmm7
vpmadd52huq zmm13, zmm3, zmm22
vpmadd52luq zmm14, zmm10, zmm10
vpmadd52huq zmm14, zmm24, zmm7
vpmadd52huq zmm15, zmm10, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm10
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, [rsi]
vpaddq zmm7, zmm9, zmm7
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm8, zmm9
vpmadd52huq zmm12, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm8, zmm9
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm18, zmm8, zmm9
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm6, zmm8, zmm10
vpmadd52huq zmm6, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm2, zmm8, zmm9
vpmadd52huq zmm2, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm5, zmm8, zmm10
vpmadd52huq zmm5, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm4, zmm8, zmm9
vpmadd52huq zmm4, zmm8, zmm10
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm8, zmm9
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm7, zmm0
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm12, zmm7
vpmadd52luq zmm7, zmm23, [rdi + 64]
vpmadd52huq zmm7, zmm23, [rdi]
vmovdqa64 zmm12, [rdi + 384]
vpaddq zmm8, zmm12, zmm12
vpsrlq zmm24, [rdi + 320], 51
vpaddq zmm24, zmm8, zmm24
vpmadd52luq zmm7, zmm24, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm13, zmm22, zmm23
vpmadd52huq zmm13, zmm23, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm14, zmm3, zmm23
vpmadd52huq zmm14, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm15, zmm22, zmm21
vpmadd52huq zmm15, zmm3, zmm23
vpmadd52luq zmm16, zmm11, zmm11
vpmadd52huq zmm16, zmm22, zmm21
vpmadd52huq zmm17, zmm11, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm7, zmm9, zmm11
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm13, zmm9, zmm7
vpmadd52huq zmm13, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm9, zmm11
vpmadd52huq zmm14, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm15, zmm9, zmm7
vpmadd52huq zmm15, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm9, zmm11
vpmadd52huq zmm16, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm17, zmm9, zmm7
vpmadd52huq zmm17, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm9, zmm11
vpmadd52huq zmm18, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm19, zmm9, zmm7
vpmadd52huq zmm19, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm9, zmm11
vpmadd52huq zmm20, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm6, zmm9, zmm7
vpmadd52huq zmm6, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm2, zmm9, zmm11
vpmadd52huq zmm2, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm5, zmm9, zmm7
vpmadd52huq zmm5, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm4, zmm9, zmm11
vpmadd52huq zmm4, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm10, zmm9, zmm7
vpmadd52huq zmm10, zmm9, zmm11
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm9, zmm7
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm21, zmm0
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm13, zmm21
vpmadd52luq zmm21, zmm24, [rdi + 64]
vpmadd52huq zmm21, zmm24, [rdi]
vmovdqa64 zmm13, [rdi + 448]
vpaddq zmm9, zmm13, zmm13
vpsrlq zmm22, [rdi + 384], 51
vpaddq zmm22, zmm9, zmm22
vpmadd52luq zmm21, zmm22, [rdi]
vmovdqa64 zmm23, [rdi + 128]
vpmadd52luq zmm14, zmm23, zmm24
vpmadd52huq zmm14, zmm24, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm15, zmm3, zmm24
vpmadd52huq zmm15, zmm23, zmm24
vmovdqa64 zmm23, [rdi + 256]
vpmadd52luq zmm16, zmm23, zmm24
vpmadd52huq zmm16, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm17, zmm3, zmm8
vpmadd52huq zmm17, zmm23, zmm24
vpmadd52luq zmm18, zmm12, zmm12
vpmadd52huq zmm18, zmm3, zmm8
vpmadd52huq zmm19, zmm12, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm12
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, [rsi]
vpaddq zmm8, zmm21, zmm8
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm14, zmm7, zmm21
vpmadd52huq zmm14, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm7, zmm12
vpmadd52huq zmm15, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm16, zmm7, zmm21
vpmadd52huq zmm16, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm7, zmm12
vpmadd52huq zmm17, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm7, zmm12
vpmadd52huq zmm19, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm20, zmm7, zmm21
vpmadd52huq zmm20, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm6, zmm7, zmm12
vpmadd52huq zmm6, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm5, zmm7, zmm12
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm4, zmm7, zmm21
vpmadd52huq zmm4, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm10, zmm7, zmm12
vpmadd52huq zmm10, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm11, zmm7, zmm21
vpmadd52huq zmm11, zmm7, zmm12
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm7, zmm21
vmovdqa64 zmm21, zmm0
vpmadd52luq zmm21, zmm8, zmm0
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm14, zmm8
vpmadd52luq zmm8, zmm22, [rdi + 64]
vpmadd52huq zmm8, zmm22, [rdi]
vmovdqa64 zmm14, [rdi + 512]
vpaddq zmm7, zmm14, zmm14
vpsrlq zmm3, [rdi + 448], 51
vpaddq zmm3, zmm7, zmm3
vpmadd52luq zmm8, zmm3, [rdi]
vmovdqa64 zmm24, [rdi + 128]
vpmadd52luq zmm15, zmm24, zmm22
vpmadd52huq zmm15, zmm22, [rdi + 64]
vmovdqa64 zmm23, [rdi + 192]
vpmadd52luq zmm16, zmm23, zmm22
vpmadd52huq zmm16, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 256]
vpmadd52luq zmm17, zmm24, zmm22
vpmadd52huq zmm17, zmm23, zmm22
vmovdqa64 zmm23, [rdi + 320]
vpmadd52luq zmm18, zmm23, zmm22
vpmadd52huq zmm18, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 384]
vpmadd52luq zmm19, zmm24, zmm9
vpmadd52huq zmm19, zmm23, zmm22
vpmadd52luq zmm20, zmm13, zmm13
vpmadd52huq zmm20, zmm24, zmm9
vpmadd52huq zmm6, zmm13, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm8, zmm21, zmm13
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm21, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm15, zmm21, zmm8
vpmadd52huq zmm15, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm21, zmm13
vpmadd52huq zmm16, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm17, zmm21, zmm8
vpmadd52huq zmm17, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm21, zmm13
vpmadd52huq zmm18, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm19, zmm21, zmm8
vpmadd52huq zmm19, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm21, zmm13
vpmadd52huq zmm20, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm6, zmm21, zmm8
vpmadd52huq zmm6, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm2, zmm21, zmm13
vpmadd52huq zmm2, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm5, zmm21, zmm8
vpmadd52huq zmm5, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm4, zmm21, zmm13
vpmadd52huq zmm4, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm10, zmm21, zmm8
vpmadd52huq zmm10, zmm21, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm11, zmm21, zmm13
vpmadd52huq zmm11, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm12, zmm21, zmm8
vpmadd52huq zmm12, zmm21, zmm13
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm21, zmm8
vmovdqa64 zmm8, [rdx + 2048]
vmovdqa64 zmm8{k1}, [rdx + 2112]
vmovdqa64 zmm21, [rdx + 2176]
vmovdqa64 zmm21{k1}, [rdx + 2240]
vmovdqa64 zmm8{k2}, zmm21
vmovdqa64 zmm21, [rdx + 2304]
vmovdqa64 zmm21{k1}, [rdx + 2368]
vmovdqa64 zmm24, [rdx + 2432]
vmovdqa64 zmm24{k1}, [rdx + 2496]
vmovdqa64 zmm21{k2}, zmm24
vmovdqa64 zmm8{k3}, zmm21
vmovdqa64 zmm21, [rdx + 2560]
vmovdqa64 zmm21{k1}, [rdx + 2624]
vmovdqa64 zmm24, [rdx + 2688]
vmovdqa64 zmm24{k1}, [rdx + 2752]
vmovdqa64 zmm21{k2}, zmm24
vmovdqa64 zmm24, [rdx + 2816]
vmovdqa64 zmm24{k1}, [rdx + 2880]
vmovdqa64 zmm22, [rdx + 2944]
vmovdqa64 zmm22{k1}, [rdx + 3008]
vmovdqa64 zmm24{k2}, zmm22
vmovdqa64 zmm21{k3}, zmm24
vmovdqa64 zmm8{k4}, zmm21
vmovdqa64 [r8 + 128], zmm8
vmovdqa64 zmm8, zmm0
vpmadd52luq zmm8, zmm9, zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpmadd52luq zmm9, zmm3, [rdi + 64]
vpmadd52huq zmm9, zmm3, [rdi]
vmovdqa64 zmm15, [rdi + 576]
vpaddq zmm21, zmm15, zmm15
vpsrlq zmm24, [rdi + 512], 51
vpaddq zmm24, zmm21, zmm24
vpmadd52luq zmm9, zmm24, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm16, zmm22, zmm3
vpmadd52huq zmm16, zmm3, [rdi + 64]
vmovdqa64 zmm23, [rdi + 192]
vpmadd52luq zmm17, zmm23, zmm3
vpmadd52huq zmm17, zmm22, zmm3
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm18, zmm22, zmm3
vpmadd52huq zmm18, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 320]
vpmadd52luq zmm19, zmm23, zmm3
vpmadd52huq zmm19, zmm22, zmm3
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm20, zmm22, zmm3
vpmadd52huq zmm20, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 448]
vpmadd52luq zmm6, zmm23, zmm7
vpmadd52huq zmm6, zmm22, zmm3
vpmadd52luq zmm2, zmm14, zmm14
vpmadd52huq zmm2, zmm23, zmm7
vpmadd52huq zmm5, zmm14, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm14
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, [rsi]
vpaddq zmm7, zmm9, zmm7
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm8, zmm14
vpmadd52huq zmm17, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm18, zmm8, zmm9
vpmadd52huq zmm18, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm8, zmm14
vpmadd52huq zmm19, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm6, zmm8, zmm14
vpmadd52huq zmm6, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm2, zmm8, zmm9
vpmadd52huq zmm2, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm5, zmm8, zmm14
vpmadd52huq zmm5, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm4, zmm8, zmm9
vpmadd52huq zmm4, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm10, zmm8, zmm14
vpmadd52huq zmm10, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm11, zmm8, zmm9
vpmadd52huq zmm11, zmm8, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm12, zmm8, zmm14
vpmadd52huq zmm12, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm13, zmm8, zmm9
vpmadd52huq zmm13, zmm8, zmm14
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm8, zmm9
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm7, zmm0
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm16, zmm7
vpmadd52luq zmm7, zmm24, [rdi + 64]
vpmadd52huq zmm7, zmm24, [rdi]
vmovdqa64 zmm16, [rdi + 640]
vpaddq zmm8, zmm16, zmm16
vpsrlq zmm23, [rdi + 576], 51
vpaddq zmm23, zmm8, zmm23
vpmadd52luq zmm7, zmm23, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm17, zmm3, zmm24
vpmadd52huq zmm17, zmm24, [rdi + 64]
vmovdqa64 zmm22, [rdi + 192]
vpmadd52luq zmm18, zmm22, zmm24
vpmadd52huq zmm18, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm19, zmm3, zmm24
vpmadd52huq zmm19, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 320]
vpmadd52luq zmm20, zmm22, zmm24
vpmadd52huq zmm20, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm6, zmm3, zmm24
vpmadd52huq zmm6, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 448]
vpmadd52luq zmm2, zmm22, zmm24
vpmadd52huq zmm2, zmm3, zmm24
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm5, zmm3, zmm21
vpmadd52huq zmm5, zmm22, zmm24
vpmadd52luq zmm4, zmm15, zmm15
vpmadd52huq zmm4, zmm3, zmm21
vpmadd52huq zmm10, zmm15, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm7, zmm9, zmm15
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm17, zmm9, zmm7
vpmadd52huq zmm17, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm9, zmm15
vpmadd52huq zmm18, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm19, zmm9, zmm7
vpmadd52huq zmm19, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm9, zmm15
vpmadd52huq zmm20, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm6, zmm9, zmm7
vpmadd52huq zmm6, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm2, zmm9, zmm15
vpmadd52huq zmm2, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm5, zmm9, zmm7
vpmadd52huq zmm5, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm4, zmm9, zmm15
vpmadd52huq zmm4, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm10, zmm9, zmm7
vpmadd52huq zmm10, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm11, zmm9, zmm15
vpmadd52huq zmm11, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm12, zmm9, zmm7
vpmadd52huq zmm12, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm13, zmm9, zmm15
vpmadd52huq zmm13, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm14, zmm9, zmm7
vpmadd52huq zmm14, zmm9, zmm15
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm9, zmm7
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm21, zmm0
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm17, zmm21
vpmadd52luq zmm21, zmm23, [rdi + 64]
vpmadd52huq zmm21, zmm23, [rdi]
vmovdqa64 zmm17, [rdi + 704]
vpaddq zmm9, zmm17, zmm17
vpsrlq zmm3, [rdi + 640], 51
vpaddq zmm3, zmm9, zmm3
vpmadd52luq zmm21, zmm3, [rdi]
vmovdqa64 zmm24, [rdi + 128]
vpmadd52luq zmm18, zmm24, zmm23
vpmadd52huq zmm18, zmm23, [rdi + 64]
vmovdqa64 zmm22, [rdi + 192]
vpmadd52luq zmm19, zmm22, zmm23
vpmadd52huq zmm19, zmm24, zmm23
vmovdqa64 zmm24, [rdi + 256]
vpmadd52luq zmm20, zmm24, zmm23
vpmadd52huq zmm20, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 320]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm24, zmm23
vmovdqa64 zmm24, [rdi + 384]
vpmadd52luq zmm2, zmm24, zmm23
vpmadd52huq zmm2, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 448]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm24, zmm23
vmovdqa64 zmm24, [rdi + 512]
vpmadd52luq zmm4, zmm24, zmm23
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 576]
vpmadd52luq zmm10, zmm22, zmm8
vpmadd52huq zmm10, zmm24, zmm23
vpmadd52luq zmm11, zmm16, zmm16
vpmadd52huq zmm11, zmm22, zmm8
vpmadd52huq zmm12, zmm16, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm16
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, [rsi]
vpaddq zmm8, zmm21, zmm8
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm7, zmm16
vpmadd52huq zmm19, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm20, zmm7, zmm21
vpmadd52huq zmm20, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm6, zmm7, zmm16
vpmadd52huq zmm6, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm5, zmm7, zmm16
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm4, zmm7, zmm21
vpmadd52huq zmm4, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm10, zmm7, zmm16
vpmadd52huq zmm10, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm11, zmm7, zmm21
vpmadd52huq zmm11, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm12, zmm7, zmm16
vpmadd52huq zmm12, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm13, zmm7, zmm21
vpmadd52huq zmm13, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm14, zmm7, zmm16
vpmadd52huq zmm14, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm15, zmm7, zmm21
vpmadd52huq zmm15, zmm7, zmm16
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm7, zmm21
vmovdqa64 zmm21, zmm0
vpmadd52luq zmm21, zmm8, zmm0
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm18, zmm8
vpmadd52luq zmm8, zmm3, [rdi + 64]
vpmadd52huq zmm8, zmm3, [rdi]
vmovdqa64 zmm18, [rdi + 768]
vpaddq zmm7, zmm18, zmm18
vpsrlq zmm22, [rdi + 704], 51
vpaddq zmm22, zmm7, zmm22
vpmadd52luq zmm8, zmm22, [rdi]
vmovdqa64 zmm23, [rdi + 128]
vpmadd52luq zmm19, zmm23, zmm3
vpmadd52huq zmm19, zmm3, [rdi + 64]
vmovdqa64 zmm24, [rdi + 192]
vpmadd52luq zmm20, zmm24, zmm3
vpmadd52huq zmm20, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 256]
vpmadd52luq zmm6, zmm23, zmm3
vpmadd52huq zmm6, zmm24, zmm3
vmovdqa64 zmm24, [rdi + 320]
vpmadd52luq zmm2, zmm24, zmm3
vpmadd52huq zmm2, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 384]
vpmadd52luq zmm5, zmm23, zmm3
vpmadd52huq zmm5, zmm24, zmm3
vmovdqa64 zmm24, [rdi + 448]
vpmadd52luq zmm4, zmm24, zmm3
vpmadd52huq zmm4, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 512]
vpmadd52luq zmm10, zmm23, zmm3
vpmadd52huq zmm10, zmm24, zmm3
vmovdqa64 zmm24, [rdi + 576]
vpmadd52luq zmm11, zmm24, zmm3
vpmadd52huq zmm11, zmm23, zmm3
vmovdqa64 zmm23, [rdi + 640]
vpmadd52luq zmm12, zmm23, zmm9
vpmadd52huq zmm12, zmm24, zmm3
vpmadd52luq zmm13, zmm17, zmm17
vpmadd52huq zmm13, zmm23, zmm9
vpmadd52huq zmm14, zmm17, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm8, zmm21, zmm17
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm21, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm19, zmm21, zmm8
vpmadd52huq zmm19, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm21, zmm17
vpmadd52huq zmm20, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm6, zmm21, zmm8
vpmadd52huq zmm6, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm2, zmm21, zmm17
vpmadd52huq zmm2, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm5, zmm21, zmm8
vpmadd52huq zmm5, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm4, zmm21, zmm17
vpmadd52huq zmm4, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm10, zmm21, zmm8
vpmadd52huq zmm10, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm11, zmm21, zmm17
vpmadd52huq zmm11, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm12, zmm21, zmm8
vpmadd52huq zmm12, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm13, zmm21, zmm17
vpmadd52huq zmm13, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm14, zmm21, zmm8
vpmadd52huq zmm14, zmm21, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm15, zmm21, zmm17
vpmadd52huq zmm15, zmm21, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm16, zmm21, zmm8
vpmadd52huq zmm16, zmm21, zmm17
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm21, zmm8
vmovdqa64 zmm8, [rdx + 3072]
vmovdqa64 zmm8{k1}, [rdx + 3136]
vmovdqa64 zmm21, [rdx + 3200]
vmovdqa64 zmm21{k1}, [rdx + 3264]
vmovdqa64 zmm8{k2}, zmm21
vmovdqa64 zmm21, [rdx + 3328]
vmovdqa64 zmm21{k1}, [rdx + 3392]
vmovdqa64 zmm23, [rdx + 3456]
vmovdqa64 zmm23{k1}, [rdx + 3520]
vmovdqa64 zmm21{k2}, zmm23
vmovdqa64 zmm8{k3}, zmm21
vmovdqa64 zmm21, [rdx + 3584]
vmovdqa64 zmm21{k1}, [rdx + 3648]
vmovdqa64 zmm23, [rdx + 3712]
vmovdqa64 zmm23{k1}, [rdx + 3776]
vmovdqa64 zmm21{k2}, zmm23
vmovdqa64 zmm23, [rdx + 3840]
vmovdqa64 zmm23{k1}, [rdx + 3904]
vmovdqa64 zmm3, [rdx + 3968]
vmovdqa64 zmm3{k1}, [rdx + 4032]
vmovdqa64 zmm23{k2}, zmm3
vmovdqa64 zmm21{k3}, zmm23
vmovdqa64 zmm8{k4}, zmm21
vmovdqa64 [r8 + 192], zmm8
vmovdqa64 zmm8, zmm0
vpmadd52luq zmm8, zmm9, zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm19, zmm9
vpmadd52luq zmm9, zmm22, [rdi + 64]
vpmadd52huq zmm9, zmm22, [rdi]
vmovdqa64 zmm19, [rdi + 832]
vpaddq zmm21, zmm19, zmm19
vpsrlq zmm23, [rdi + 768], 51
vpaddq zmm23, zmm21, zmm23
vpmadd52luq zmm9, zmm23, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm20, zmm3, zmm22
vpmadd52huq zmm20, zmm22, [rdi + 64]
vmovdqa64 zmm24, [rdi + 192]
vpmadd52luq zmm6, zmm24, zmm22
vpmadd52huq zmm6, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm2, zmm3, zmm22
vpmadd52huq zmm2, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 320]
vpmadd52luq zmm5, zmm24, zmm22
vpmadd52huq zmm5, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm4, zmm3, zmm22
vpmadd52huq zmm4, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 448]
vpmadd52luq zmm10, zmm24, zmm22
vpmadd52huq zmm10, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm11, zmm3, zmm22
vpmadd52huq zmm11, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 576]
vpmadd52luq zmm12, zmm24, zmm22
vpmadd52huq zmm12, zmm3, zmm22
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm13, zmm3, zmm22
vpmadd52huq zmm13, zmm24, zmm22
vmovdqa64 zmm24, [rdi + 704]
vpmadd52luq zmm14, zmm24, zmm7
vpmadd52huq zmm14, zmm3, zmm22
vpmadd52luq zmm15, zmm18, zmm18
vpmadd52huq zmm15, zmm24, zmm7
vpmadd52huq zmm16, zmm18, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm18
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, [rsi]
vpaddq zmm7, zmm9, zmm7
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm6, zmm8, zmm18
vpmadd52huq zmm6, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm2, zmm8, zmm9
vpmadd52huq zmm2, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm5, zmm8, zmm18
vpmadd52huq zmm5, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm4, zmm8, zmm9
vpmadd52huq zmm4, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm10, zmm8, zmm18
vpmadd52huq zmm10, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm11, zmm8, zmm9
vpmadd52huq zmm11, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm12, zmm8, zmm18
vpmadd52huq zmm12, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm13, zmm8, zmm9
vpmadd52huq zmm13, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm14, zmm8, zmm18
vpmadd52huq zmm14, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm15, zmm8, zmm9
vpmadd52huq zmm15, zmm8, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm16, zmm8, zmm18
vpmadd52huq zmm16, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm17, zmm8, zmm9
vpmadd52huq zmm17, zmm8, zmm18
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm8, zmm9
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm7, zmm0
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm20, zmm7
vpmadd52luq zmm7, zmm23, [rdi + 64]
vpmadd52huq zmm7, zmm23, [rdi]
vmovdqa64 zmm20, [rdi + 896]
vpaddq zmm8, zmm20, zmm20
vpsrlq zmm24, [rdi + 832], 51
vpaddq zmm24, zmm8, zmm24
vpmadd52luq zmm7, zmm24, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm23, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm2, zmm3, zmm23
vpmadd52huq zmm2, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm4, zmm3, zmm23
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm11, zmm3, zmm23
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 512]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm13, zmm3, zmm23
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 640]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm15, zmm3, zmm23
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm22, [rdi + 768]
vpmadd52luq zmm16, zmm22, zmm21
vpmadd52huq zmm16, zmm3, zmm23
vpmadd52luq zmm17, zmm19, zmm19
vpmadd52huq zmm17, zmm22, zmm21
vpmadd52huq zmm18, zmm19, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm7, zmm9, zmm19
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, [rsi]
vpaddq zmm21, zmm7, zmm21
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm6, zmm9, zmm7
vpmadd52huq zmm6, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm2, zmm9, zmm19
vpmadd52huq zmm2, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm5, zmm9, zmm7
vpmadd52huq zmm5, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm4, zmm9, zmm19
vpmadd52huq zmm4, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm10, zmm9, zmm7
vpmadd52huq zmm10, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm11, zmm9, zmm19
vpmadd52huq zmm11, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm12, zmm9, zmm7
vpmadd52huq zmm12, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm13, zmm9, zmm19
vpmadd52huq zmm13, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm14, zmm9, zmm7
vpmadd52huq zmm14, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm15, zmm9, zmm19
vpmadd52huq zmm15, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm16, zmm9, zmm7
vpmadd52huq zmm16, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm17, zmm9, zmm19
vpmadd52huq zmm17, zmm9, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm18, zmm9, zmm7
vpmadd52huq zmm18, zmm9, zmm19
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm9, zmm7
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm21, zmm0
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm6, zmm21
vpmadd52luq zmm21, zmm24, [rdi + 64]
vpmadd52huq zmm21, zmm24, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm2, zmm6, zmm24
vpmadd52huq zmm2, zmm24, [rdi + 64]
vmovdqa64 zmm0, [rdi + 192]
vpmadd52luq zmm5, zmm0, zmm24
vpmadd52huq zmm5, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm4, zmm6, zmm24
vpmadd52huq zmm4, zmm0, zmm24
vmovdqa64 zmm0, [rdi + 320]
vpmadd52luq zmm10, zmm0, zmm24
vpmadd52huq zmm10, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm11, zmm6, zmm24
vpmadd52huq zmm11, zmm0, zmm24
vmovdqa64 zmm0, [rdi + 448]
vpmadd52luq zmm12, zmm0, zmm24
vpmadd52huq zmm12, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm13, zmm6, zmm24
vpmadd52huq zmm13, zmm0, zmm24
vmovdqa64 zmm0, [rdi + 576]
vpmadd52luq zmm14, zmm0, zmm24
vpmadd52huq zmm14, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm15, zmm6, zmm24
vpmadd52huq zmm15, zmm0, zmm24
vmovdqa64 zmm0, [rdi + 704]
vpmadd52luq zmm16, zmm0, zmm24
vpmadd52huq zmm16, zmm6, zmm24
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm17, zmm6, zmm24
vpmadd52huq zmm17, zmm0, zmm24
vmovdqa64 zmm0, [rdi + 832]
vpmadd52luq zmm18, zmm0, zmm8
vpmadd52huq zmm18, zmm6, zmm24
vpmadd52luq zmm19, zmm20, zmm20
vpmadd52huq zmm19, zmm0, zmm8
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm20, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm21, zmm7, zmm20
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm7, [rsi]
vpaddq zmm0, zmm21, zmm0
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm2, zmm7, zmm21
vpmadd52huq zmm2, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm5, zmm7, zmm20
vpmadd52huq zmm5, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm4, zmm7, zmm21
vpmadd52huq zmm4, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm10, zmm7, zmm20
vpmadd52huq zmm10, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm11, zmm7, zmm21
vpmadd52huq zmm11, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm12, zmm7, zmm20
vpmadd52huq zmm12, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm13, zmm7, zmm21
vpmadd52huq zmm13, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm14, zmm7, zmm20
vpmadd52huq zmm14, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm15, zmm7, zmm21
vpmadd52huq zmm15, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm16, zmm7, zmm20
vpmadd52huq zmm16, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm17, zmm7, zmm21
vpmadd52huq zmm17, zmm7, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm18, zmm7, zmm20
vpmadd52huq zmm18, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm19, zmm7, zmm21
vpmadd52huq zmm19, zmm7, zmm20
vpmadd52huq zmm8, zmm7, zmm21
vpandq zmm21, zmm0, zmm1
vmovdqa64 [rdi], zmm21
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm2, zmm0
vpandq zmm2, zmm0, zmm1
vmovdqa64 [rdi + 64], zmm2
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm5, zmm0
vpandq zmm5, zmm0, zmm1
vmovdqa64 [rdi + 128], zmm5
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm4, zmm0
vpandq zmm4, zmm0, zmm1
vmovdqa64 [rdi + 192], zmm4
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm10, zmm0
vpandq zmm10, zmm0, zmm1
vmovdqa64 [rdi + 256], zmm10
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm11, zmm0
vpandq zmm11, zmm0, zmm1
vmovdqa64 [rdi + 320], zmm11
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm12, zmm0
vpandq zmm12, zmm0, zmm1
vmovdqa64 [rdi + 384], zmm12
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm13, zmm0
vpandq zmm13, zmm0, zmm1
vmovdqa64 [rdi + 448], zmm13
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm14, zmm0
vpandq zmm14, zmm0, zmm1
vmovdqa64 [rdi + 512], zmm14
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm15, zmm0
vpandq zmm15, zmm0, zmm1
vmovdqa64 [rdi + 576], zmm15
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm16, zmm0
vpandq zmm16, zmm0, zmm1
vmovdqa64 [rdi + 640], zmm16
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm17, zmm0
vpandq zmm17, zmm0, zmm1
vmovdqa64 [rdi + 704], zmm17
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm18, zmm0
vpandq zmm18, zmm0, zmm1
vmovdqa64 [rdi + 768], zmm18
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm19, zmm0
vpandq zmm19, zmm0, zmm1
vmovdqa64 [rdi + 832], zmm19
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm8, zmm0
vpandq zmm1, zmm0, zmm1
vmovdqa64 [rdi + 896], zmm1
ret
.size akeyd_hw_square_and_look_up_15, . - akeyd_hw_square_and_look_up_15
.p2align 6
.globl akeyd_hw_multiply_by_entry_15_of_8
.hidden akeyd_hw_multiply_by_entry_15_of_8
.type akeyd_hw_multiply_by_entry_15_of_8, @function
# 22 registers
akeyd_hw_multiply_by_entry_15_of_8:
vmovdqa64 zmm0, [rcx]
vpsrlq zmm1, zmm0, 3
mov rax, 1
vpbroadcastq zmm2, rax
vpcmpeqq k1, zmm1, zmm2
mov rax, 2
vpbroadcastq zmm2, rax
vpcmpeqq k2, zmm1, zmm2
mov rax, 3
vpbroadcastq zmm2, rax
vpcmpeqq k3, zmm1, zmm2
mov rax, 4
vpbroadcastq zmm2, rax
vpcmpeqq k4, zmm1, zmm2
mov rax, 5
vpbroadcastq zmm2, rax
vpcmpeqq k5, zmm1, zmm2
mov rax, 6
vpbroadcastq zmm2, rax
vpcmpeqq k6, zmm1, zmm2
mov rax, 7
vpbroadcastq zmm2, rax
vpcmpeqq k7, zmm1, zmm2
mov rax, 4503599627370495
vpbroadcastq zmm2, rax
vmovdqa64 zmm1, [rsi + 960]
vpermq zmm3, zmm0, [rdx]
vpermq zmm3{k1}, zmm0, [rdx + 64]
vpermq zmm3{k2}, zmm0, [rdx + 128]
vpermq zmm3{k3}, zmm0, [rdx + 192]
vpermq zmm3{k4}, zmm0, [rdx + 256]
vpermq zmm3{k5}, zmm0, [rdx + 320]
vpermq zmm3{k6}, zmm0, [rdx + 384]
vpermq zmm3{k7}, zmm0, [rdx + 448]
vmovdqa64 zmm4, zmm2
vpmadd52luq zmm4, zmm3, [rdi]
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm2, zmm4
vpmadd52luq zmm4, zmm3, [rdi + 64]
vpmadd52huq zmm4, zmm3, [rdi]
vpermq zmm6, zmm0, [rdx + 512]
vpermq zmm6{k1}, zmm0, [rdx + 576]
vpermq zmm6{k2}, zmm0, [rdx + 640]
vpermq zmm6{k3}, zmm0, [rdx + 704]
vpermq zmm6{k4}, zmm0, [rdx + 768]
vpermq zmm6{k5}, zmm0, [rdx + 832]
vpermq zmm6{k6}, zmm0, [rdx + 896]
vpermq zmm6{k7}, zmm0, [rdx + 960]
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vmovdqa64 zmm8, zmm2
vpmadd52luq zmm8, zmm7, zmm3
vpmadd52huq zmm8, zmm3, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vmovdqa64 zmm10, zmm2
vpmadd52luq zmm10, zmm9, zmm3
vpmadd52huq zmm10, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 256]
vmovdqa64 zmm11, zmm2
vpmadd52luq zmm11, zmm7, zmm3
vpmadd52huq zmm11, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 320]
vmovdqa64 zmm12, zmm2
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 384]
vmovdqa64 zmm13, zmm2
vpmadd52luq zmm13, zmm7, zmm3
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 448]
vmovdqa64 zmm14, zmm2
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 512]
vmovdqa64 zmm15, zmm2
vpmadd52luq zmm15, zmm7, zmm3
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 576]
vmovdqa64 zmm16, zmm2
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 640]
vmovdqa64 zmm17, zmm2
vpmadd52luq zmm17, zmm7, zmm3
vpmadd52huq zmm17, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 704]
vmovdqa64 zmm18, zmm2
vpmadd52luq zmm18, zmm9, zmm3
vpmadd52huq zmm18, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 768]
vmovdqa64 zmm19, zmm2
vpmadd52luq zmm19, zmm7, zmm3
vpmadd52huq zmm19, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 832]
vmovdqa64 zmm20, zmm2
vpmadd52luq zmm20, zmm9, zmm3
vpmadd52huq zmm20, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 896]
vmovdqa64 zmm21, zmm2
vpmadd52luq zmm21, zmm7, zmm3
vpmadd52huq zmm21, zmm9, zmm3
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm7, zmm3
vmovdqa64 zmm3, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm3
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 192]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 320]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 448]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 704]
vpmadd52luq zmm18, zmm5, zmm3
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm19, zmm5, zmm4
vpmadd52huq zmm19, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 832]
vpmadd52luq zmm20, zmm5, zmm3
vpmadd52huq zmm20, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm3
vpmadd52huq zmm9, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm6, [rdi + 64]
vpmadd52huq zmm7, zmm6, [rdi]
vpermq zmm8, zmm0, [rdx + 1024]
vpermq zmm8{k1}, zmm0, [rdx + 1088]
vpermq zmm8{k2}, zmm0, [rdx + 1152]
vpermq zmm8{k3}, zmm0, [rdx + 1216]
vpermq zmm8{k4}, zmm0, [rdx + 1280]
vpermq zmm8{k5}, zmm0, [rdx + 1344]
vpermq zmm8{k6}, zmm0, [rdx + 1408]
vpermq zmm8{k7}, zmm0, [rdx + 1472]
vpmadd52luq zmm7, zmm8, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm10, zmm5, zmm6
vpmadd52huq zmm10, zmm6, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm12, zmm5, zmm6
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm14, zmm5, zmm6
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm16, zmm5, zmm6
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm18, zmm5, zmm6
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm19, zmm3, zmm6
vpmadd52huq zmm19, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm20, zmm5, zmm6
vpmadd52huq zmm20, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm21, zmm3, zmm6
vpmadd52huq zmm21, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm9, zmm5, zmm6
vpmadd52huq zmm9, zmm3, zmm6
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm5, zmm6
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm6
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm10, zmm4, zmm7
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm12, zmm4, zmm7
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm14, zmm4, zmm7
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm16, zmm4, zmm7
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm18, zmm4, zmm7
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 704]
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm20, zmm4, zmm7
vpmadd52huq zmm20, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 832]
vpmadd52luq zmm21, zmm4, zmm6
vpmadd52huq zmm21, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm9, zmm4, zmm7
vpmadd52huq zmm9, zmm4, zmm6
vpmadd52huq zmm3, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm10, zmm5
vpmadd52luq zmm5, zmm8, [rdi + 64]
vpmadd52huq zmm5, zmm8, [rdi]
vpermq zmm10, zmm0, [rdx + 1536]
vpermq zmm10{k1}, zmm0, [rdx + 1600]
vpermq zmm10{k2}, zmm0, [rdx + 1664]
vpermq zmm10{k3}, zmm0, [rdx + 1728]
vpermq zmm10{k4}, zmm0, [rdx + 1792]
vpermq zmm10{k5}, zmm0, [rdx + 1856]
vpermq zmm10{k6}, zmm0, [rdx + 1920]
vpermq zmm10{k7}, zmm0, [rdx + 1984]
vpmadd52luq zmm5, zmm10, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm11, zmm4, zmm8
vpmadd52huq zmm11, zmm8, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm12, zmm6, zmm8
vpmadd52huq zmm12, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm13, zmm4, zmm8
vpmadd52huq zmm13, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm14, zmm6, zmm8
vpmadd52huq zmm14, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm15, zmm4, zmm8
vpmadd52huq zmm15, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 448]
vpmadd52luq zmm16, zmm6, zmm8
vpmadd52huq zmm16, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm17, zmm4, zmm8
vpmadd52huq zmm17, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 576]
vpmadd52luq zmm18, zmm6, zmm8
vpmadd52huq zmm18, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm19, zmm4, zmm8
vpmadd52huq zmm19, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 704]
vpmadd52luq zmm20, zmm6, zmm8
vpmadd52huq zmm20, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm21, zmm4, zmm8
vpmadd52huq zmm21, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 832]
vpmadd52luq zmm9, zmm6, zmm8
vpmadd52huq zmm9, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm3, zmm4, zmm8
vpmadd52huq zmm3, zmm6, zmm8
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm8
vmovdqa64 zmm8, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm8
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm11, zmm7, zmm5
vpmadd52huq zmm11, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 192]
vpmadd52luq zmm12, zmm7, zmm8
vpmadd52huq zmm12, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm13, zmm7, zmm5
vpmadd52huq zmm13, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 320]
vpmadd52luq zmm14, zmm7, zmm8
vpmadd52huq zmm14, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm15, zmm7, zmm5
vpmadd52huq zmm15, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 448]
vpmadd52luq zmm16, zmm7, zmm8
vpmadd52huq zmm16, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm17, zmm7, zmm5
vpmadd52huq zmm17, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 576]
vpmadd52luq zmm18, zmm7, zmm8
vpmadd52huq zmm18, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm19, zmm7, zmm5
vpmadd52huq zmm19, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 704]
vpmadd52luq zmm20, zmm7, zmm8
vpmadd52huq zmm20, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm21, zmm7, zmm5
vpmadd52huq zmm21, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 832]
vpmadd52luq zmm9, zmm7, zmm8
vpmadd52huq zmm9, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm3, zmm7, zmm5
vpmadd52huq zmm3, zmm7, zmm8
vpmadd52huq zmm6, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm11, zmm4
vpmadd52luq zmm4, zmm10, [rdi + 64]
vpmadd52huq zmm4, zmm10, [rdi]
vpermq zmm11, zmm0, [rdx + 2048]
vpermq zmm11{k1}, zmm0, [rdx + 2112]
vpermq zmm11{k2}, zmm0, [rdx + 2176]
vpermq zmm11{k3}, zmm0, [rdx + 2240]
vpermq zmm11{k4}, zmm0, [rdx + 2304]
vpermq zmm11{k5}, zmm0, [rdx + 2368]
vpermq zmm11{k6}, zmm0, [rdx + 2432]
vpermq zmm11{k7}, zmm0, [rdx + 2496]
vpmadd52luq zmm4, zmm11, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm12, zmm7, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm14, zmm7, zmm10
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm16, zmm7, zmm10
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm18, zmm7, zmm10
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm20, zmm7, zmm10
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm21, zmm8, zmm10
vpmadd52huq zmm21, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm9, zmm7, zmm10
vpmadd52huq zmm9, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm3, zmm8, zmm10
vpmadd52huq zmm3, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm6, zmm7, zmm10
vpmadd52huq zmm6, zmm8, zmm10
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm10
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm5, zmm10
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm5, zmm10
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm16, zmm5, zmm4
vpmadd52huq zmm16, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm5, zmm10
vpmadd52huq zmm17, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm18, zmm5, zmm4
vpmadd52huq zmm18, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm5, zmm10
vpmadd52huq zmm19, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm20, zmm5, zmm4
vpmadd52huq zmm20, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm21, zmm5, zmm10
vpmadd52huq zmm21, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm9, zmm5, zmm4
vpmadd52huq zmm9, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm3, zmm5, zmm10
vpmadd52huq zmm3, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm6, zmm5, zmm4
vpmadd52huq zmm6, zmm5, zmm10
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm12, zmm7
vpmadd52luq zmm7, zmm11, [rdi + 64]
vpmadd52huq zmm7, zmm11, [rdi]
vpermq zmm12, zmm0, [rdx + 2560]
vpermq zmm12{k1}, zmm0, [rdx + 2624]
vpermq zmm12{k2}, zmm0, [rdx + 2688]
vpermq zmm12{k3}, zmm0, [rdx + 2752]
vpermq zmm12{k4}, zmm0, [rdx + 2816]
vpermq zmm12{k5}, zmm0, [rdx + 2880]
vpermq zmm12{k6}, zmm0, [rdx + 2944]
vpermq zmm12{k7}, zmm0, [rdx + 3008]
vpmadd52luq zmm7, zmm12, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm13, zmm5, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm10, [rdi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm15, zmm5, zmm11
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm17, zmm5, zmm11
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm19, zmm5, zmm11
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm21, zmm5, zmm11
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 704]
vpmadd52luq zmm9, zmm10, zmm11
vpmadd52huq zmm9, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm3, zmm5, zmm11
vpmadd52huq zmm3, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 832]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm8, zmm5, zmm11
vpmadd52huq zmm8, zmm10, zmm11
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm5, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm11
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm13, zmm4, zmm7
vpmadd52huq zmm13, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm4, zmm11
vpmadd52huq zmm14, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm15, zmm4, zmm7
vpmadd52huq zmm15, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm4, zmm11
vpmadd52huq zmm16, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm17, zmm4, zmm7
vpmadd52huq zmm17, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm4, zmm11
vpmadd52huq zmm18, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm19, zmm4, zmm7
vpmadd52huq zmm19, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm4, zmm11
vpmadd52huq zmm20, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm21, zmm4, zmm7
vpmadd52huq zmm21, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm9, zmm4, zmm11
vpmadd52huq zmm9, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm3, zmm4, zmm7
vpmadd52huq zmm3, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm6, zmm4, zmm11
vpmadd52huq zmm6, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm8, zmm4, zmm7
vpmadd52huq zmm8, zmm4, zmm11
vpmadd52huq zmm10, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm13, zmm5
vpmadd52luq zmm5, zmm12, [rdi + 64]
vpmadd52huq zmm5, zmm12, [rdi]
vpermq zmm13, zmm0, [rdx + 3072]
vpermq zmm13{k1}, zmm0, [rdx + 3136]
vpermq zmm13{k2}, zmm0, [rdx + 3200]
vpermq zmm13{k3}, zmm0, [rdx + 3264]
vpermq zmm13{k4}, zmm0, [rdx + 3328]
vpermq zmm13{k5}, zmm0, [rdx + 3392]
vpermq zmm13{k6}, zmm0, [rdx + 3456]
vpermq zmm13{k7}, zmm0, [rdx + 3520]
vpmadd52luq zmm5, zmm13, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm14, zmm4, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm11, [rdi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm16, zmm4, zmm12
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm18, zmm4, zmm12
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm20, zmm4, zmm12
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm9, zmm4, zmm12
vpmadd52huq zmm9, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 704]
vpmadd52luq zmm3, zmm11, zmm12
vpmadd52huq zmm3, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm6, zmm4, zmm12
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 832]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm10, zmm4, zmm12
vpmadd52huq zmm10, zmm11, zmm12
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm4, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm14, zmm7, zmm5
vpmadd52huq zmm14, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm7, zmm12
vpmadd52huq zmm15, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm16, zmm7, zmm5
vpmadd52huq zmm16, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm7, zmm12
vpmadd52huq zmm17, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm18, zmm7, zmm5
vpmadd52huq zmm18, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm7, zmm12
vpmadd52huq zmm19, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm20, zmm7, zmm5
vpmadd52huq zmm20, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm21, zmm7, zmm12
vpmadd52huq zmm21, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm9, zmm7, zmm5
vpmadd52huq zmm9, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm3, zmm7, zmm12
vpmadd52huq zmm3, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm6, zmm7, zmm5
vpmadd52huq zmm6, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm8, zmm7, zmm12
vpmadd52huq zmm8, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm10, zmm7, zmm5
vpmadd52huq zmm10, zmm7, zmm12
vpmadd52huq zmm11, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm13, [rdi + 64]
vpmadd52huq zmm4, zmm13, [rdi]
vpermq zmm14, zmm0, [rdx + 3584]
vpermq zmm14{k1}, zmm0, [rdx + 3648]
vpermq zmm14{k2}, zmm0, [rdx + 3712]
vpermq zmm14{k3}, zmm0, [rdx + 3776]
vpermq zmm14{k4}, zmm0, [rdx + 3840]
vpermq zmm14{k5}, zmm0, [rdx + 3904]
vpermq zmm14{k6}, zmm0, [rdx + 3968]
vpermq zmm14{k7}, zmm0, [rdx + 4032]
vpmadd52luq zmm4, zmm14, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm15, zmm7, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm12, [rdi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm17, zmm7, zmm13
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm19, zmm7, zmm13
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm21, zmm7, zmm13
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 576]
vpmadd52luq zmm9, zmm12, zmm13
vpmadd52huq zmm9, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm3, zmm7, zmm13
vpmadd52huq zmm3, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 704]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm8, zmm7, zmm13
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 832]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm11, zmm7, zmm13
vpmadd52huq zmm11, zmm12, zmm13
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm7, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm13
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm5, zmm13
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm5, zmm13
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm19, zmm5, zmm4
vpmadd52huq zmm19, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm5, zmm13
vpmadd52huq zmm20, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm9, zmm5, zmm13
vpmadd52huq zmm9, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm6, zmm5, zmm13
vpmadd52huq zmm6, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm10, zmm5, zmm13
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm13
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm15, zmm7
vpmadd52luq zmm7, zmm14, [rdi + 64]
vpmadd52huq zmm7, zmm14, [rdi]
vpermq zmm15, zmm0, [rdx + 4096]
vpermq zmm15{k1}, zmm0, [rdx + 4160]
vpermq zmm15{k2}, zmm0, [rdx + 4224]
vpermq zmm15{k3}, zmm0, [rdx + 4288]
vpermq zmm15{k4}, zmm0, [rdx + 4352]
vpermq zmm15{k5}, zmm0, [rdx + 4416]
vpermq zmm15{k6}, zmm0, [rdx + 4480]
vpermq zmm15{k7}, zmm0, [rdx + 4544]
vpmadd52luq zmm7, zmm15, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm16, zmm5, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm13, [rdi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm18, zmm5, zmm14
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm20, zmm5, zmm14
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm9, zmm5, zmm14
vpmadd52huq zmm9, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 576]
vpmadd52luq zmm3, zmm13, zmm14
vpmadd52huq zmm3, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm6, zmm5, zmm14
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 704]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm10, zmm5, zmm14
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 832]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm12, zmm5, zmm14
vpmadd52huq zmm12, zmm13, zmm14
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm5, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm14
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm16, zmm4, zmm7
vpmadd52huq zmm16, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm4, zmm14
vpmadd52huq zmm17, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm18, zmm4, zmm7
vpmadd52huq zmm18, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm4, zmm14
vpmadd52huq zmm19, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm20, zmm4, zmm7
vpmadd52huq zmm20, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm21, zmm4, zmm14
vpmadd52huq zmm21, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm9, zmm4, zmm7
vpmadd52huq zmm9, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm3, zmm4, zmm14
vpmadd52huq zmm3, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm6, zmm4, zmm7
vpmadd52huq zmm6, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm8, zmm4, zmm14
vpmadd52huq zmm8, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm10, zmm4, zmm7
vpmadd52huq zmm10, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm11, zmm4, zmm14
vpmadd52huq zmm11, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm12, zmm4, zmm7
vpmadd52huq zmm12, zmm4, zmm14
vpmadd52huq zmm13, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm16, zmm5
vpmadd52luq zmm5, zmm15, [rdi + 64]
vpmadd52huq zmm5, zmm15, [rdi]
vpermq zmm16, zmm0, [rdx + 4608]
vpermq zmm16{k1}, zmm0, [rdx + 4672]
vpermq zmm16{k2}, zmm0, [rdx + 4736]
vpermq zmm16{k3}, zmm0, [rdx + 4800]
vpermq zmm16{k4}, zmm0, [rdx + 4864]
vpermq zmm16{k5}, zmm0, [rdx + 4928]
vpermq zmm16{k6}, zmm0, [rdx + 4992]
vpermq zmm16{k7}, zmm0, [rdx + 5056]
vpmadd52luq zmm5, zmm16, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm17, zmm4, zmm15
vpmadd52huq zmm17, zmm15, [rdi + 64]
vmovdqa64 zmm14, [rdi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm19, zmm4, zmm15
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm21, zmm4, zmm15
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 448]
vpmadd52luq zmm9, zmm14, zmm15
vpmadd52huq zmm9, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm3, zmm4, zmm15
vpmadd52huq zmm3, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 576]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm8, zmm4, zmm15
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 704]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm11, zmm4, zmm15
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 832]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm13, zmm4, zmm15
vpmadd52huq zmm13, zmm14, zmm15
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm4, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm15
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm17, zmm7, zmm5
vpmadd52huq zmm17, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm7, zmm15
vpmadd52huq zmm18, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm19, zmm7, zmm5
vpmadd52huq zmm19, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm7, zmm15
vpmadd52huq zmm20, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm21, zmm7, zmm5
vpmadd52huq zmm21, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm9, zmm7, zmm15
vpmadd52huq zmm9, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm3, zmm7, zmm5
vpmadd52huq zmm3, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm6, zmm7, zmm15
vpmadd52huq zmm6, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm8, zmm7, zmm5
vpmadd52huq zmm8, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm10, zmm7, zmm15
vpmadd52huq zmm10, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm11, zmm7, zmm5
vpmadd52huq zmm11, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm12, zmm7, zmm15
vpmadd52huq zmm12, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm13, zmm7, zmm5
vpmadd52huq zmm13, zmm7, zmm15
vpmadd52huq zmm14, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm17, zmm4
vpmadd52luq zmm4, zmm16, [rdi + 64]
vpmadd52huq zmm4, zmm16, [rdi]
vpermq zmm17, zmm0, [rdx + 5120]
vpermq zmm17{k1}, zmm0, [rdx + 5184]
vpermq zmm17{k2}, zmm0, [rdx + 5248]
vpermq zmm17{k3}, zmm0, [rdx + 5312]
vpermq zmm17{k4}, zmm0, [rdx + 5376]
vpermq zmm17{k5}, zmm0, [rdx + 5440]
vpermq zmm17{k6}, zmm0, [rdx + 5504]
vpermq zmm17{k7}, zmm0, [rdx + 5568]
vpmadd52luq zmm4, zmm17, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm18, zmm7, zmm16
vpmadd52huq zmm18, zmm16, [rdi + 64]
vmovdqa64 zmm15, [rdi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm20, zmm7, zmm16
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm9, zmm7, zmm16
vpmadd52huq zmm9, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 448]
vpmadd52luq zmm3, zmm15, zmm16
vpmadd52huq zmm3, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm6, zmm7, zmm16
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 576]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm10, zmm7, zmm16
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 704]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm12, zmm7, zmm16
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 832]
vpmadd52luq zmm13, zmm15, zmm16
vpmadd52huq zmm13, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm14, zmm7, zmm16
vpmadd52huq zmm14, zmm15, zmm16
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm16
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm18, zmm5, zmm4
vpmadd52huq zmm18, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm5, zmm16
vpmadd52huq zmm19, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm20, zmm5, zmm4
vpmadd52huq zmm20, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm21, zmm5, zmm16
vpmadd52huq zmm21, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm9, zmm5, zmm4
vpmadd52huq zmm9, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm3, zmm5, zmm16
vpmadd52huq zmm3, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm6, zmm5, zmm4
vpmadd52huq zmm6, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm8, zmm5, zmm16
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm10, zmm5, zmm4
vpmadd52huq zmm10, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm11, zmm5, zmm16
vpmadd52huq zmm11, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm13, zmm5, zmm16
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm16
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm18, zmm7
vpmadd52luq zmm7, zmm17, [rdi + 64]
vpmadd52huq zmm7, zmm17, [rdi]
vpermq zmm18, zmm0, [rdx + 5632]
vpermq zmm18{k1}, zmm0, [rdx + 5696]
vpermq zmm18{k2}, zmm0, [rdx + 5760]
vpermq zmm18{k3}, zmm0, [rdx + 5824]
vpermq zmm18{k4}, zmm0, [rdx + 5888]
vpermq zmm18{k5}, zmm0, [rdx + 5952]
vpermq zmm18{k6}, zmm0, [rdx + 6016]
vpermq zmm18{k7}, zmm0, [rdx + 6080]
vpmadd52luq zmm7, zmm18, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm19, zmm5, zmm17
vpmadd52huq zmm19, zmm17, [rdi + 64]
vmovdqa64 zmm16, [rdi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm21, zmm5, zmm17
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 320]
vpmadd52luq zmm9, zmm16, zmm17
vpmadd52huq zmm9, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm3, zmm5, zmm17
vpmadd52huq zmm3, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 448]
vpmadd52luq zmm6, zmm16, zmm17
vpmadd52huq zmm6, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm8, zmm5, zmm17
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 576]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm11, zmm5, zmm17
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 704]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm13, zmm5, zmm17
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 832]
vpmadd52luq zmm14, zmm16, zmm17
vpmadd52huq zmm14, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm15, zmm5, zmm17
vpmadd52huq zmm15, zmm16, zmm17
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm5, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm17
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm19, zmm4, zmm7
vpmadd52huq zmm19, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm4, zmm17
vpmadd52huq zmm20, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm21, zmm4, zmm7
vpmadd52huq zmm21, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm9, zmm4, zmm17
vpmadd52huq zmm9, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm3, zmm4, zmm7
vpmadd52huq zmm3, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm6, zmm4, zmm17
vpmadd52huq zmm6, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm8, zmm4, zmm7
vpmadd52huq zmm8, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm10, zmm4, zmm17
vpmadd52huq zmm10, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm11, zmm4, zmm7
vpmadd52huq zmm11, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm12, zmm4, zmm17
vpmadd52huq zmm12, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm13, zmm4, zmm7
vpmadd52huq zmm13, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm14, zmm4, zmm17
vpmadd52huq zmm14, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm15, zmm4, zmm7
vpmadd52huq zmm15, zmm4, zmm17
vpmadd52huq zmm16, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm19, zmm5
vpmadd52luq zmm5, zmm18, [rdi + 64]
vpmadd52huq zmm5, zmm18, [rdi]
vpermq zmm19, zmm0, [rdx + 6144]
vpermq zmm19{k1}, zmm0, [rdx + 6208]
vpermq zmm19{k2}, zmm0, [rdx + 6272]
vpermq zmm19{k3}, zmm0, [rdx + 6336]
vpermq zmm19{k4}, zmm0, [rdx + 6400]
vpermq zmm19{k5}, zmm0, [rdx + 6464]
vpermq zmm19{k6}, zmm0, [rdx + 6528]
vpermq zmm19{k7}, zmm0, [rdx + 6592]
vpmadd52luq zmm5, zmm19, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm20, zmm4, zmm18
vpmadd52huq zmm20, zmm18, [rdi + 64]
vmovdqa64 zmm17, [rdi + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm9, zmm4, zmm18
vpmadd52huq zmm9, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 320]
vpmadd52luq zmm3, zmm17, zmm18
vpmadd52huq zmm3, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm6, zmm4, zmm18
vpmadd52huq zmm6, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 448]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm10, zmm4, zmm18
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 576]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm12, zmm4, zmm18
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 704]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm14, zmm4, zmm18
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 832]
vpmadd52luq zmm15, zmm17, zmm18
vpmadd52huq zmm15, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm16, zmm4, zmm18
vpmadd52huq zmm16, zmm17, zmm18
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm4, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm18
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm20, zmm7, zmm5
vpmadd52huq zmm20, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm21, zmm7, zmm18
vpmadd52huq zmm21, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm9, zmm7, zmm5
vpmadd52huq zmm9, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm3, zmm7, zmm18
vpmadd52huq zmm3, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm6, zmm7, zmm5
vpmadd52huq zmm6, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm8, zmm7, zmm18
vpmadd52huq zmm8, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm10, zmm7, zmm5
vpmadd52huq zmm10, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm11, zmm7, zmm18
vpmadd52huq zmm11, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm12, zmm7, zmm5
vpmadd52huq zmm12, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm13, zmm7, zmm18
vpmadd52huq zmm13, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm14, zmm7, zmm5
vpmadd52huq zmm14, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm15, zmm7, zmm18
vpmadd52huq zmm15, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm16, zmm7, zmm5
vpmadd52huq zmm16, zmm7, zmm18
vpmadd52huq zmm17, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm20, zmm4
vpmadd52luq zmm4, zmm19, [rdi + 64]
vpmadd52huq zmm4, zmm19, [rdi]
vpermq zmm20, zmm0, [rdx + 6656]
vpermq zmm20{k1}, zmm0, [rdx + 6720]
vpermq zmm20{k2}, zmm0, [rdx + 6784]
vpermq zmm20{k3}, zmm0, [rdx + 6848]
vpermq zmm20{k4}, zmm0, [rdx + 6912]
vpermq zmm20{k5}, zmm0, [rdx + 6976]
vpermq zmm20{k6}, zmm0, [rdx + 7040]
vpermq zmm20{k7}, zmm0, [rdx + 7104]
vpmadd52luq zmm4, zmm20, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm21, zmm7, zmm19
vpmadd52huq zmm21, zmm19, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm9, zmm18, zmm19
vpmadd52huq zmm9, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm3, zmm7, zmm19
vpmadd52huq zmm3, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm6, zmm18, zmm19
vpmadd52huq zmm6, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm8, zmm7, zmm19
vpmadd52huq zmm8, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 448]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm11, zmm7, zmm19
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 576]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm13, zmm7, zmm19
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 704]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm15, zmm7, zmm19
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 832]
vpmadd52luq zmm16, zmm18, zmm19
vpmadd52huq zmm16, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm17, zmm7, zmm19
vpmadd52huq zmm17, zmm18, zmm19
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm7, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm19
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm9, zmm5, zmm19
vpmadd52huq zmm9, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm6, zmm5, zmm19
vpmadd52huq zmm6, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm10, zmm5, zmm19
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm12, zmm5, zmm19
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm14, zmm5, zmm19
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm16, zmm5, zmm19
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm19
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm21, zmm7
vpmadd52luq zmm7, zmm20, [rdi + 64]
vpmadd52huq zmm7, zmm20, [rdi]
vpermq zmm21, zmm0, [rdx + 7168]
vpermq zmm21{k1}, zmm0, [rdx + 7232]
vpermq zmm21{k2}, zmm0, [rdx + 7296]
vpermq zmm21{k3}, zmm0, [rdx + 7360]
vpermq zmm21{k4}, zmm0, [rdx + 7424]
vpermq zmm21{k5}, zmm0, [rdx + 7488]
vpermq zmm21{k6}, zmm0, [rdx + 7552]
vpermq zmm21{k7}, zmm0, [rdx + 7616]
vpmadd52luq zmm7, zmm21, [rdi]
vmovdqa64 zmm0, [rdi + 128]
vpmadd52luq zmm9, zmm0, zmm20
vpmadd52huq zmm9, zmm20, [rdi + 64]
vmovdqa64 zmm5, [rdi + 192]
vpmadd52luq zmm3, zmm5, zmm20
vpmadd52huq zmm3, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 256]
vpmadd52luq zmm6, zmm0, zmm20
vpmadd52huq zmm6, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 320]
vpmadd52luq zmm8, zmm5, zmm20
vpmadd52huq zmm8, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 384]
vpmadd52luq zmm10, zmm0, zmm20
vpmadd52huq zmm10, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 448]
vpmadd52luq zmm11, zmm5, zmm20
vpmadd52huq zmm11, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 512]
vpmadd52luq zmm12, zmm0, zmm20
vpmadd52huq zmm12, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 576]
vpmadd52luq zmm13, zmm5, zmm20
vpmadd52huq zmm13, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 640]
vpmadd52luq zmm14, zmm0, zmm20
vpmadd52huq zmm14, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 704]
vpmadd52luq zmm15, zmm5, zmm20
vpmadd52huq zmm15, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 768]
vpmadd52luq zmm16, zmm0, zmm20
vpmadd52huq zmm16, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 832]
vpmadd52luq zmm17, zmm5, zmm20
vpmadd52huq zmm17, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 896]
vpmadd52luq zmm18, zmm0, zmm20
vpmadd52huq zmm18, zmm5, zmm20
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm0, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm20
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm4, [rsi]
vpaddq zmm0, zmm7, zmm0
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm4, zmm7
vpmadd52huq zmm9, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm3, zmm4, zmm20
vpmadd52huq zmm3, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm6, zmm4, zmm7
vpmadd52huq zmm6, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm8, zmm4, zmm20
vpmadd52huq zmm8, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm10, zmm4, zmm7
vpmadd52huq zmm10, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm11, zmm4, zmm20
vpmadd52huq zmm11, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm12, zmm4, zmm7
vpmadd52huq zmm12, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm13, zmm4, zmm20
vpmadd52huq zmm13, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm14, zmm4, zmm7
vpmadd52huq zmm14, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm15, zmm4, zmm20
vpmadd52huq zmm15, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm16, zmm4, zmm7
vpmadd52huq zmm16, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm17, zmm4, zmm20
vpmadd52huq zmm17, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm18, zmm4, zmm7
vpmadd52huq zmm18, zmm4, zmm20
vpmadd52huq zmm5, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm0, zmm1
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm9, zmm0
vpmadd52luq zmm0, zmm21, [rdi + 64]
vpmadd52huq zmm0, zmm21, [rdi]
vmovdqa64 zmm9, [rdi + 128]
vpmadd52luq zmm3, zmm9, zmm21
vpmadd52huq zmm3, zmm21, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm6, zmm1, zmm21
vpmadd52huq zmm6, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 256]
vpmadd52luq zmm8, zmm9, zmm21
vpmadd52huq zmm8, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm10, zmm1, zmm21
vpmadd52huq zmm10, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 384]
vpmadd52luq zmm11, zmm9, zmm21
vpmadd52huq zmm11, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm12, zmm1, zmm21
vpmadd52huq zmm12, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 512]
vpmadd52luq zmm13, zmm9, zmm21
vpmadd52huq zmm13, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm14, zmm1, zmm21
vpmadd52huq zmm14, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 640]
vpmadd52luq zmm15, zmm9, zmm21
vpmadd52huq zmm15, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm16, zmm1, zmm21
vpmadd52huq zmm16, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 768]
vpmadd52luq zmm17, zmm9, zmm21
vpmadd52huq zmm17, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm18, zmm1, zmm21
vpmadd52huq zmm18, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 896]
vpmadd52luq zmm5, zmm9, zmm21
vpmadd52huq zmm5, zmm1, zmm21
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm9, zmm21
vmovdqa64 zmm21, [rsi + 64]
vpmadd52luq zmm0, zmm7, zmm21
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm7, [rsi]
vpaddq zmm9, zmm0, zmm9
vmovdqa64 zmm0, [rsi + 128]
vpmadd52luq zmm3, zmm7, zmm0
vpmadd52huq zmm3, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 192]
vpmadd52luq zmm6, zmm7, zmm21
vpmadd52huq zmm6, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 256]
vpmadd52luq zmm8, zmm7, zmm0
vpmadd52huq zmm8, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 320]
vpmadd52luq zmm10, zmm7, zmm21
vpmadd52huq zmm10, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 384]
vpmadd52luq zmm11, zmm7, zmm0
vpmadd52huq zmm11, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 448]
vpmadd52luq zmm12, zmm7, zmm21
vpmadd52huq zmm12, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 512]
vpmadd52luq zmm13, zmm7, zmm0
vpmadd52huq zmm13, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 576]
vpmadd52luq zmm14, zmm7, zmm21
vpmadd52huq zmm14, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 640]
vpmadd52luq zmm15, zmm7, zmm0
vpmadd52huq zmm15, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 704]
vpmadd52luq zmm16, zmm7, zmm21
vpmadd52huq zmm16, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 768]
vpmadd52luq zmm17, zmm7, zmm0
vpmadd52huq zmm17, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 832]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 896]
vpmadd52luq zmm5, zmm7, zmm0
vpmadd52huq zmm5, zmm7, zmm21
vpmadd52huq zmm1, zmm7, zmm0
vpandq zmm0, zmm9, zmm2
vmovdqa64 [rdi], zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm3, zmm9
vpandq zmm3, zmm9, zmm2
vmovdqa64 [rdi + 64], zmm3
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm6, zmm9
vpandq zmm6, zmm9, zmm2
vmovdqa64 [rdi + 128], zmm6
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm8, zmm9
vpandq zmm8, zmm9, zmm2
vmovdqa64 [rdi + 192], zmm8
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm10, zmm9
vpandq zmm10, zmm9, zmm2
vmovdqa64 [rdi + 256], zmm10
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpandq zmm11, zmm9, zmm2
vmovdqa64 [rdi + 320], zmm11
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm12, zmm9
vpandq zmm12, zmm9, zmm2
vmovdqa64 [rdi + 384], zmm12
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm13, zmm9
vpandq zmm13, zmm9, zmm2
vmovdqa64 [rdi + 448], zmm13
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm14, zmm9
vpandq zmm14, zmm9, zmm2
vmovdqa64 [rdi + 512], zmm14
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpandq zmm15, zmm9, zmm2
vmovdqa64 [rdi + 576], zmm15
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm16, zmm9
vpandq zmm16, zmm9, zmm2
vmovdqa64 [rdi + 640], zmm16
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm17, zmm9
vpandq zmm17, zmm9, zmm2
vmovdqa64 [rdi + 704], zmm17
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm18, zmm9
vpandq zmm18, zmm9, zmm2
vmovdqa64 [rdi + 768], zmm18
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm5, zmm9
vpandq zmm5, zmm9, zmm2
vmovdqa64 [rdi + 832], zmm5
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm1, zmm9
vpandq zmm2, zmm9, zmm2
vmovdqa64 [rdi + 896], zmm2
ret
.size akeyd_hw_multiply_by_entry_15_of_8, . - akeyd_hw_multiply_by_entry_15_of_8
.p2align 6
.globl akeyd_hw_multiply_by_entry_15_of_4
.hidden akeyd_hw_multiply_by_entry_15_of_4
.type akeyd_hw_multiply_by_entry_15_of_4, @function
# 22 registers
akeyd_hw_multiply_by_entry_15_of_4:
vmovdqa64 zmm0, [rcx]
vpsrlq zmm1, zmm0, 3
mov rax, 1
vpbroadcastq zmm2, rax
vpcmpeqq k1, zmm1, zmm2
mov rax, 2
vpbroadcastq zmm2, rax
vpcmpeqq k2, zmm1, zmm2
mov rax, 3
vpbroadcastq zmm2, rax
vpcmpeqq k3, zmm1, zmm2
mov rax, 4503599627370495
vpbroadcastq zmm2, rax
vmovdqa64 zmm1, [rsi + 960]
vpermq zmm3, zmm0, [rdx]
vpermq zmm3{k1}, zmm0, [rdx + 64]
vpermq zmm3{k2}, zmm0, [rdx + 128]
vpermq zmm3{k3}, zmm0, [rdx + 192]
vmovdqa64 zmm4, zmm2
vpmadd52luq zmm4, zmm3, [rdi]
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm2, zmm4
vpmadd52luq zmm4, zmm3, [rdi + 64]
vpmadd52huq zmm4, zmm3, [rdi]
vpermq zmm6, zmm0, [rdx + 256]
vpermq zmm6{k1}, zmm0, [rdx + 320]
vpermq zmm6{k2}, zmm0, [rdx + 384]
vpermq zmm6{k3}, zmm0, [rdx + 448]
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vmovdqa64 zmm8, zmm2
vpmadd52luq zmm8, zmm7, zmm3
vpmadd52huq zmm8, zmm3, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vmovdqa64 zmm10, zmm2
vpmadd52luq zmm10, zmm9, zmm3
vpmadd52huq zmm10, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 256]
vmovdqa64 zmm11, zmm2
vpmadd52luq zmm11, zmm7, zmm3
vpmadd52huq zmm11, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 320]
vmovdqa64 zmm12, zmm2
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 384]
vmovdqa64 zmm13, zmm2
vpmadd52luq zmm13, zmm7, zmm3
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 448]
vmovdqa64 zmm14, zmm2
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 512]
vmovdqa64 zmm15, zmm2
vpmadd52luq zmm15, zmm7, zmm3
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 576]
vmovdqa64 zmm16, zmm2
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 640]
vmovdqa64 zmm17, zmm2
vpmadd52luq zmm17, zmm7, zmm3
vpmadd52huq zmm17, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 704]
vmovdqa64 zmm18, zmm2
vpmadd52luq zmm18, zmm9, zmm3
vpmadd52huq zmm18, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 768]
vmovdqa64 zmm19, zmm2
vpmadd52luq zmm19, zmm7, zmm3
vpmadd52huq zmm19, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 832]
vmovdqa64 zmm20, zmm2
vpmadd52luq zmm20, zmm9, zmm3
vpmadd52huq zmm20, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 896]
vmovdqa64 zmm21, zmm2
vpmadd52luq zmm21, zmm7, zmm3
vpmadd52huq zmm21, zmm9, zmm3
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm7, zmm3
vmovdqa64 zmm3, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm3
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 192]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 320]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 448]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 704]
vpmadd52luq zmm18, zmm5, zmm3
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm19, zmm5, zmm4
vpmadd52huq zmm19, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 832]
vpmadd52luq zmm20, zmm5, zmm3
vpmadd52huq zmm20, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm3
vpmadd52huq zmm9, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm6, [rdi + 64]
vpmadd52huq zmm7, zmm6, [rdi]
vpermq zmm8, zmm0, [rdx + 512]
vpermq zmm8{k1}, zmm0, [rdx + 576]
vpermq zmm8{k2}, zmm0, [rdx + 640]
vpermq zmm8{k3}, zmm0, [rdx + 704]
vpmadd52luq zmm7, zmm8, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm10, zmm5, zmm6
vpmadd52huq zmm10, zmm6, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm12, zmm5, zmm6
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm14, zmm5, zmm6
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm16, zmm5, zmm6
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm18, zmm5, zmm6
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm19, zmm3, zmm6
vpmadd52huq zmm19, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm20, zmm5, zmm6
vpmadd52huq zmm20, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm21, zmm3, zmm6
vpmadd52huq zmm21, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm9, zmm5, zmm6
vpmadd52huq zmm9, zmm3, zmm6
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm5, zmm6
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm6
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm10, zmm4, zmm7
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm12, zmm4, zmm7
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm14, zmm4, zmm7
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm16, zmm4, zmm7
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm18, zmm4, zmm7
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 704]
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm20, zmm4, zmm7
vpmadd52huq zmm20, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 832]
vpmadd52luq zmm21, zmm4, zmm6
vpmadd52huq zmm21, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm9, zmm4, zmm7
vpmadd52huq zmm9, zmm4, zmm6
vpmadd52huq zmm3, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm10, zmm5
vpmadd52luq zmm5, zmm8, [rdi + 64]
vpmadd52huq zmm5, zmm8, [rdi]
vpermq zmm10, zmm0, [rdx + 768]
vpermq zmm10{k1}, zmm0, [rdx + 832]
vpermq zmm10{k2}, zmm0, [rdx + 896]
vpermq zmm10{k3}, zmm0, [rdx + 960]
vpmadd52luq zmm5, zmm10, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm11, zmm4, zmm8
vpmadd52huq zmm11, zmm8, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm12, zmm6, zmm8
vpmadd52huq zmm12, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm13, zmm4, zmm8
vpmadd52huq zmm13, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm14, zmm6, zmm8
vpmadd52huq zmm14, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm15, zmm4, zmm8
vpmadd52huq zmm15, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 448]
vpmadd52luq zmm16, zmm6, zmm8
vpmadd52huq zmm16, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm17, zmm4, zmm8
vpmadd52huq zmm17, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 576]
vpmadd52luq zmm18, zmm6, zmm8
vpmadd52huq zmm18, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm19, zmm4, zmm8
vpmadd52huq zmm19, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 704]
vpmadd52luq zmm20, zmm6, zmm8
vpmadd52huq zmm20, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm21, zmm4, zmm8
vpmadd52huq zmm21, zmm6, zmm8
vmovdqa64 zmm6, [rdi + 832]
vpmadd52luq zmm9, zmm6, zmm8
vpmadd52huq zmm9, zmm4, zmm8
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm3, zmm4, zmm8
vpmadd52huq zmm3, zmm6, zmm8
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm8
vmovdqa64 zmm8, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm8
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm11, zmm7, zmm5
vpmadd52huq zmm11, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 192]
vpmadd52luq zmm12, zmm7, zmm8
vpmadd52huq zmm12, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm13, zmm7, zmm5
vpmadd52huq zmm13, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 320]
vpmadd52luq zmm14, zmm7, zmm8
vpmadd52huq zmm14, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm15, zmm7, zmm5
vpmadd52huq zmm15, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 448]
vpmadd52luq zmm16, zmm7, zmm8
vpmadd52huq zmm16, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm17, zmm7, zmm5
vpmadd52huq zmm17, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 576]
vpmadd52luq zmm18, zmm7, zmm8
vpmadd52huq zmm18, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm19, zmm7, zmm5
vpmadd52huq zmm19, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 704]
vpmadd52luq zmm20, zmm7, zmm8
vpmadd52huq zmm20, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm21, zmm7, zmm5
vpmadd52huq zmm21, zmm7, zmm8
vmovdqa64 zmm8, [rsi + 832]
vpmadd52luq zmm9, zmm7, zmm8
vpmadd52huq zmm9, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm3, zmm7, zmm5
vpmadd52huq zmm3, zmm7, zmm8
vpmadd52huq zmm6, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm11, zmm4
vpmadd52luq zmm4, zmm10, [rdi + 64]
vpmadd52huq zmm4, zmm10, [rdi]
vpermq zmm11, zmm0, [rdx + 1024]
vpermq zmm11{k1}, zmm0, [rdx + 1088]
vpermq zmm11{k2}, zmm0, [rdx + 1152]
vpermq zmm11{k3}, zmm0, [rdx + 1216]
vpmadd52luq zmm4, zmm11, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm12, zmm7, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm14, zmm7, zmm10
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm16, zmm7, zmm10
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm18, zmm7, zmm10
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm20, zmm7, zmm10
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm21, zmm8, zmm10
vpmadd52huq zmm21, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm9, zmm7, zmm10
vpmadd52huq zmm9, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm3, zmm8, zmm10
vpmadd52huq zmm3, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm6, zmm7, zmm10
vpmadd52huq zmm6, zmm8, zmm10
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm7, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm10
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm5, zmm10
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm5, zmm10
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm16, zmm5, zmm4
vpmadd52huq zmm16, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm5, zmm10
vpmadd52huq zmm17, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm18, zmm5, zmm4
vpmadd52huq zmm18, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm5, zmm10
vpmadd52huq zmm19, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm20, zmm5, zmm4
vpmadd52huq zmm20, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm21, zmm5, zmm10
vpmadd52huq zmm21, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm9, zmm5, zmm4
vpmadd52huq zmm9, zmm5, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm3, zmm5, zmm10
vpmadd52huq zmm3, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm6, zmm5, zmm4
vpmadd52huq zmm6, zmm5, zmm10
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm12, zmm7
vpmadd52luq zmm7, zmm11, [rdi + 64]
vpmadd52huq zmm7, zmm11, [rdi]
vpermq zmm12, zmm0, [rdx + 1280]
vpermq zmm12{k1}, zmm0, [rdx + 1344]
vpermq zmm12{k2}, zmm0, [rdx + 1408]
vpermq zmm12{k3}, zmm0, [rdx + 1472]
vpmadd52luq zmm7, zmm12, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm13, zmm5, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm10, [rdi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm15, zmm5, zmm11
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm17, zmm5, zmm11
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm19, zmm5, zmm11
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm21, zmm5, zmm11
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 704]
vpmadd52luq zmm9, zmm10, zmm11
vpmadd52huq zmm9, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm3, zmm5, zmm11
vpmadd52huq zmm3, zmm10, zmm11
vmovdqa64 zmm10, [rdi + 832]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm5, zmm11
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm8, zmm5, zmm11
vpmadd52huq zmm8, zmm10, zmm11
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm5, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm11
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm13, zmm4, zmm7
vpmadd52huq zmm13, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm4, zmm11
vpmadd52huq zmm14, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm15, zmm4, zmm7
vpmadd52huq zmm15, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm4, zmm11
vpmadd52huq zmm16, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm17, zmm4, zmm7
vpmadd52huq zmm17, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm4, zmm11
vpmadd52huq zmm18, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm19, zmm4, zmm7
vpmadd52huq zmm19, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm4, zmm11
vpmadd52huq zmm20, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm21, zmm4, zmm7
vpmadd52huq zmm21, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm9, zmm4, zmm11
vpmadd52huq zmm9, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm3, zmm4, zmm7
vpmadd52huq zmm3, zmm4, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm6, zmm4, zmm11
vpmadd52huq zmm6, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm8, zmm4, zmm7
vpmadd52huq zmm8, zmm4, zmm11
vpmadd52huq zmm10, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm13, zmm5
vpmadd52luq zmm5, zmm12, [rdi + 64]
vpmadd52huq zmm5, zmm12, [rdi]
vpermq zmm13, zmm0, [rdx + 1536]
vpermq zmm13{k1}, zmm0, [rdx + 1600]
vpermq zmm13{k2}, zmm0, [rdx + 1664]
vpermq zmm13{k3}, zmm0, [rdx + 1728]
vpmadd52luq zmm5, zmm13, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm14, zmm4, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm11, [rdi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm16, zmm4, zmm12
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm18, zmm4, zmm12
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm20, zmm4, zmm12
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm9, zmm4, zmm12
vpmadd52huq zmm9, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 704]
vpmadd52luq zmm3, zmm11, zmm12
vpmadd52huq zmm3, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm6, zmm4, zmm12
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm11, [rdi + 832]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm10, zmm4, zmm12
vpmadd52huq zmm10, zmm11, zmm12
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm4, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm14, zmm7, zmm5
vpmadd52huq zmm14, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm7, zmm12
vpmadd52huq zmm15, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm16, zmm7, zmm5
vpmadd52huq zmm16, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm7, zmm12
vpmadd52huq zmm17, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm18, zmm7, zmm5
vpmadd52huq zmm18, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm7, zmm12
vpmadd52huq zmm19, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm20, zmm7, zmm5
vpmadd52huq zmm20, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm21, zmm7, zmm12
vpmadd52huq zmm21, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm9, zmm7, zmm5
vpmadd52huq zmm9, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm3, zmm7, zmm12
vpmadd52huq zmm3, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm6, zmm7, zmm5
vpmadd52huq zmm6, zmm7, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm8, zmm7, zmm12
vpmadd52huq zmm8, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm10, zmm7, zmm5
vpmadd52huq zmm10, zmm7, zmm12
vpmadd52huq zmm11, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm13, [rdi + 64]
vpmadd52huq zmm4, zmm13, [rdi]
vpermq zmm14, zmm0, [rdx + 1792]
vpermq zmm14{k1}, zmm0, [rdx + 1856]
vpermq zmm14{k2}, zmm0, [rdx + 1920]
vpermq zmm14{k3}, zmm0, [rdx + 1984]
vpmadd52luq zmm4, zmm14, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm15, zmm7, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm12, [rdi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm17, zmm7, zmm13
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm19, zmm7, zmm13
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm21, zmm7, zmm13
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 576]
vpmadd52luq zmm9, zmm12, zmm13
vpmadd52huq zmm9, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm3, zmm7, zmm13
vpmadd52huq zmm3, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 704]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm8, zmm7, zmm13
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm12, [rdi + 832]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm7, zmm13
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm11, zmm7, zmm13
vpmadd52huq zmm11, zmm12, zmm13
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm7, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm13
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm5, zmm13
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm5, zmm13
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm19, zmm5, zmm4
vpmadd52huq zmm19, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm5, zmm13
vpmadd52huq zmm20, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm9, zmm5, zmm13
vpmadd52huq zmm9, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm6, zmm5, zmm13
vpmadd52huq zmm6, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm10, zmm5, zmm13
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm13
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm15, zmm7
vpmadd52luq zmm7, zmm14, [rdi + 64]
vpmadd52huq zmm7, zmm14, [rdi]
vpermq zmm15, zmm0, [rdx + 2048]
vpermq zmm15{k1}, zmm0, [rdx + 2112]
vpermq zmm15{k2}, zmm0, [rdx + 2176]
vpermq zmm15{k3}, zmm0, [rdx + 2240]
vpmadd52luq zmm7, zmm15, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm16, zmm5, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm13, [rdi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm18, zmm5, zmm14
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm20, zmm5, zmm14
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm9, zmm5, zmm14
vpmadd52huq zmm9, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 576]
vpmadd52luq zmm3, zmm13, zmm14
vpmadd52huq zmm3, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm6, zmm5, zmm14
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 704]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm10, zmm5, zmm14
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm13, [rdi + 832]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm5, zmm14
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm12, zmm5, zmm14
vpmadd52huq zmm12, zmm13, zmm14
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm5, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm14
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm16, zmm4, zmm7
vpmadd52huq zmm16, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm4, zmm14
vpmadd52huq zmm17, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm18, zmm4, zmm7
vpmadd52huq zmm18, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm4, zmm14
vpmadd52huq zmm19, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm20, zmm4, zmm7
vpmadd52huq zmm20, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm21, zmm4, zmm14
vpmadd52huq zmm21, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm9, zmm4, zmm7
vpmadd52huq zmm9, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm3, zmm4, zmm14
vpmadd52huq zmm3, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm6, zmm4, zmm7
vpmadd52huq zmm6, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm8, zmm4, zmm14
vpmadd52huq zmm8, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm10, zmm4, zmm7
vpmadd52huq zmm10, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm11, zmm4, zmm14
vpmadd52huq zmm11, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm12, zmm4, zmm7
vpmadd52huq zmm12, zmm4, zmm14
vpmadd52huq zmm13, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm16, zmm5
vpmadd52luq zmm5, zmm15, [rdi + 64]
vpmadd52huq zmm5, zmm15, [rdi]
vpermq zmm16, zmm0, [rdx + 2304]
vpermq zmm16{k1}, zmm0, [rdx + 2368]
vpermq zmm16{k2}, zmm0, [rdx + 2432]
vpermq zmm16{k3}, zmm0, [rdx + 2496]
vpmadd52luq zmm5, zmm16, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm17, zmm4, zmm15
vpmadd52huq zmm17, zmm15, [rdi + 64]
vmovdqa64 zmm14, [rdi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm19, zmm4, zmm15
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm21, zmm4, zmm15
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 448]
vpmadd52luq zmm9, zmm14, zmm15
vpmadd52huq zmm9, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm3, zmm4, zmm15
vpmadd52huq zmm3, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 576]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm8, zmm4, zmm15
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 704]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm11, zmm4, zmm15
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm14, [rdi + 832]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm4, zmm15
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm13, zmm4, zmm15
vpmadd52huq zmm13, zmm14, zmm15
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm4, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm15
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm17, zmm7, zmm5
vpmadd52huq zmm17, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm7, zmm15
vpmadd52huq zmm18, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm19, zmm7, zmm5
vpmadd52huq zmm19, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm7, zmm15
vpmadd52huq zmm20, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm21, zmm7, zmm5
vpmadd52huq zmm21, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm9, zmm7, zmm15
vpmadd52huq zmm9, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm3, zmm7, zmm5
vpmadd52huq zmm3, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm6, zmm7, zmm15
vpmadd52huq zmm6, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm8, zmm7, zmm5
vpmadd52huq zmm8, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm10, zmm7, zmm15
vpmadd52huq zmm10, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm11, zmm7, zmm5
vpmadd52huq zmm11, zmm7, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm12, zmm7, zmm15
vpmadd52huq zmm12, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm13, zmm7, zmm5
vpmadd52huq zmm13, zmm7, zmm15
vpmadd52huq zmm14, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm17, zmm4
vpmadd52luq zmm4, zmm16, [rdi + 64]
vpmadd52huq zmm4, zmm16, [rdi]
vpermq zmm17, zmm0, [rdx + 2560]
vpermq zmm17{k1}, zmm0, [rdx + 2624]
vpermq zmm17{k2}, zmm0, [rdx + 2688]
vpermq zmm17{k3}, zmm0, [rdx + 2752]
vpmadd52luq zmm4, zmm17, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm18, zmm7, zmm16
vpmadd52huq zmm18, zmm16, [rdi + 64]
vmovdqa64 zmm15, [rdi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm20, zmm7, zmm16
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm9, zmm7, zmm16
vpmadd52huq zmm9, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 448]
vpmadd52luq zmm3, zmm15, zmm16
vpmadd52huq zmm3, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm6, zmm7, zmm16
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 576]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm10, zmm7, zmm16
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 704]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm12, zmm7, zmm16
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm15, [rdi + 832]
vpmadd52luq zmm13, zmm15, zmm16
vpmadd52huq zmm13, zmm7, zmm16
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm14, zmm7, zmm16
vpmadd52huq zmm14, zmm15, zmm16
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm7, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm16
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm18, zmm5, zmm4
vpmadd52huq zmm18, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm5, zmm16
vpmadd52huq zmm19, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm20, zmm5, zmm4
vpmadd52huq zmm20, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm21, zmm5, zmm16
vpmadd52huq zmm21, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm9, zmm5, zmm4
vpmadd52huq zmm9, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm3, zmm5, zmm16
vpmadd52huq zmm3, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm6, zmm5, zmm4
vpmadd52huq zmm6, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm8, zmm5, zmm16
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm10, zmm5, zmm4
vpmadd52huq zmm10, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm11, zmm5, zmm16
vpmadd52huq zmm11, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm13, zmm5, zmm16
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm16
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm18, zmm7
vpmadd52luq zmm7, zmm17, [rdi + 64]
vpmadd52huq zmm7, zmm17, [rdi]
vpermq zmm18, zmm0, [rdx + 2816]
vpermq zmm18{k1}, zmm0, [rdx + 2880]
vpermq zmm18{k2}, zmm0, [rdx + 2944]
vpermq zmm18{k3}, zmm0, [rdx + 3008]
vpmadd52luq zmm7, zmm18, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm19, zmm5, zmm17
vpmadd52huq zmm19, zmm17, [rdi + 64]
vmovdqa64 zmm16, [rdi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm21, zmm5, zmm17
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 320]
vpmadd52luq zmm9, zmm16, zmm17
vpmadd52huq zmm9, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm3, zmm5, zmm17
vpmadd52huq zmm3, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 448]
vpmadd52luq zmm6, zmm16, zmm17
vpmadd52huq zmm6, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm8, zmm5, zmm17
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 576]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm11, zmm5, zmm17
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 704]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm13, zmm5, zmm17
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm16, [rdi + 832]
vpmadd52luq zmm14, zmm16, zmm17
vpmadd52huq zmm14, zmm5, zmm17
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm15, zmm5, zmm17
vpmadd52huq zmm15, zmm16, zmm17
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm5, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm17
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, [rsi]
vpaddq zmm5, zmm7, zmm5
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm19, zmm4, zmm7
vpmadd52huq zmm19, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm4, zmm17
vpmadd52huq zmm20, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm21, zmm4, zmm7
vpmadd52huq zmm21, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm9, zmm4, zmm17
vpmadd52huq zmm9, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm3, zmm4, zmm7
vpmadd52huq zmm3, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm6, zmm4, zmm17
vpmadd52huq zmm6, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm8, zmm4, zmm7
vpmadd52huq zmm8, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm10, zmm4, zmm17
vpmadd52huq zmm10, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm11, zmm4, zmm7
vpmadd52huq zmm11, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm12, zmm4, zmm17
vpmadd52huq zmm12, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm13, zmm4, zmm7
vpmadd52huq zmm13, zmm4, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm14, zmm4, zmm17
vpmadd52huq zmm14, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm15, zmm4, zmm7
vpmadd52huq zmm15, zmm4, zmm17
vpmadd52huq zmm16, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm19, zmm5
vpmadd52luq zmm5, zmm18, [rdi + 64]
vpmadd52huq zmm5, zmm18, [rdi]
vpermq zmm19, zmm0, [rdx + 3072]
vpermq zmm19{k1}, zmm0, [rdx + 3136]
vpermq zmm19{k2}, zmm0, [rdx + 3200]
vpermq zmm19{k3}, zmm0, [rdx + 3264]
vpmadd52luq zmm5, zmm19, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm20, zmm4, zmm18
vpmadd52huq zmm20, zmm18, [rdi + 64]
vmovdqa64 zmm17, [rdi + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm9, zmm4, zmm18
vpmadd52huq zmm9, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 320]
vpmadd52luq zmm3, zmm17, zmm18
vpmadd52huq zmm3, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm6, zmm4, zmm18
vpmadd52huq zmm6, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 448]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm10, zmm4, zmm18
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 576]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm12, zmm4, zmm18
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 704]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm14, zmm4, zmm18
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm17, [rdi + 832]
vpmadd52luq zmm15, zmm17, zmm18
vpmadd52huq zmm15, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm16, zmm4, zmm18
vpmadd52huq zmm16, zmm17, zmm18
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm4, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm5, zmm7, zmm18
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm7, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm20, zmm7, zmm5
vpmadd52huq zmm20, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm21, zmm7, zmm18
vpmadd52huq zmm21, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm9, zmm7, zmm5
vpmadd52huq zmm9, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm3, zmm7, zmm18
vpmadd52huq zmm3, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm6, zmm7, zmm5
vpmadd52huq zmm6, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm8, zmm7, zmm18
vpmadd52huq zmm8, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm10, zmm7, zmm5
vpmadd52huq zmm10, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm11, zmm7, zmm18
vpmadd52huq zmm11, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm12, zmm7, zmm5
vpmadd52huq zmm12, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm13, zmm7, zmm18
vpmadd52huq zmm13, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm14, zmm7, zmm5
vpmadd52huq zmm14, zmm7, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm15, zmm7, zmm18
vpmadd52huq zmm15, zmm7, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm16, zmm7, zmm5
vpmadd52huq zmm16, zmm7, zmm18
vpmadd52huq zmm17, zmm7, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm20, zmm4
vpmadd52luq zmm4, zmm19, [rdi + 64]
vpmadd52huq zmm4, zmm19, [rdi]
vpermq zmm20, zmm0, [rdx + 3328]
vpermq zmm20{k1}, zmm0, [rdx + 3392]
vpermq zmm20{k2}, zmm0, [rdx + 3456]
vpermq zmm20{k3}, zmm0, [rdx + 3520]
vpmadd52luq zmm4, zmm20, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm21, zmm7, zmm19
vpmadd52huq zmm21, zmm19, [rdi + 64]
vmovdqa64 zmm18, [rdi + 192]
vpmadd52luq zmm9, zmm18, zmm19
vpmadd52huq zmm9, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm3, zmm7, zmm19
vpmadd52huq zmm3, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 320]
vpmadd52luq zmm6, zmm18, zmm19
vpmadd52huq zmm6, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm8, zmm7, zmm19
vpmadd52huq zmm8, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 448]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm11, zmm7, zmm19
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 576]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm13, zmm7, zmm19
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 704]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm15, zmm7, zmm19
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm18, [rdi + 832]
vpmadd52luq zmm16, zmm18, zmm19
vpmadd52huq zmm16, zmm7, zmm19
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm17, zmm7, zmm19
vpmadd52huq zmm17, zmm18, zmm19
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm7, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm19
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm5, [rsi]
vpaddq zmm7, zmm4, zmm7
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm9, zmm5, zmm19
vpmadd52huq zmm9, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm6, zmm5, zmm19
vpmadd52huq zmm6, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm10, zmm5, zmm19
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm12, zmm5, zmm19
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm14, zmm5, zmm19
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm16, zmm5, zmm19
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm19
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm21, zmm7
vpmadd52luq zmm7, zmm20, [rdi + 64]
vpmadd52huq zmm7, zmm20, [rdi]
vpermq zmm21, zmm0, [rdx + 3584]
vpermq zmm21{k1}, zmm0, [rdx + 3648]
vpermq zmm21{k2}, zmm0, [rdx + 3712]
vpermq zmm21{k3}, zmm0, [rdx + 3776]
vpmadd52luq zmm7, zmm21, [rdi]
vmovdqa64 zmm0, [rdi + 128]
vpmadd52luq zmm9, zmm0, zmm20
vpmadd52huq zmm9, zmm20, [rdi + 64]
vmovdqa64 zmm5, [rdi + 192]
vpmadd52luq zmm3, zmm5, zmm20
vpmadd52huq zmm3, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 256]
vpmadd52luq zmm6, zmm0, zmm20
vpmadd52huq zmm6, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 320]
vpmadd52luq zmm8, zmm5, zmm20
vpmadd52huq zmm8, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 384]
vpmadd52luq zmm10, zmm0, zmm20
vpmadd52huq zmm10, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 448]
vpmadd52luq zmm11, zmm5, zmm20
vpmadd52huq zmm11, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 512]
vpmadd52luq zmm12, zmm0, zmm20
vpmadd52huq zmm12, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 576]
vpmadd52luq zmm13, zmm5, zmm20
vpmadd52huq zmm13, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 640]
vpmadd52luq zmm14, zmm0, zmm20
vpmadd52huq zmm14, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 704]
vpmadd52luq zmm15, zmm5, zmm20
vpmadd52huq zmm15, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 768]
vpmadd52luq zmm16, zmm0, zmm20
vpmadd52huq zmm16, zmm5, zmm20
vmovdqa64 zmm5, [rdi + 832]
vpmadd52luq zmm17, zmm5, zmm20
vpmadd52huq zmm17, zmm0, zmm20
vmovdqa64 zmm0, [rdi + 896]
vpmadd52luq zmm18, zmm0, zmm20
vpmadd52huq zmm18, zmm5, zmm20
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm0, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm7, zmm4, zmm20
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm4, [rsi]
vpaddq zmm0, zmm7, zmm0
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm4, zmm7
vpmadd52huq zmm9, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm3, zmm4, zmm20
vpmadd52huq zmm3, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm6, zmm4, zmm7
vpmadd52huq zmm6, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm8, zmm4, zmm20
vpmadd52huq zmm8, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm10, zmm4, zmm7
vpmadd52huq zmm10, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm11, zmm4, zmm20
vpmadd52huq zmm11, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm12, zmm4, zmm7
vpmadd52huq zmm12, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm13, zmm4, zmm20
vpmadd52huq zmm13, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm14, zmm4, zmm7
vpmadd52huq zmm14, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm15, zmm4, zmm20
vpmadd52huq zmm15, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm16, zmm4, zmm7
vpmadd52huq zmm16, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm17, zmm4, zmm20
vpmadd52huq zmm17, zmm4, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm18, zmm4, zmm7
vpmadd52huq zmm18, zmm4, zmm20
vpmadd52huq zmm5, zmm4, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm0, zmm1
vpsrlq zmm0, zmm0, 52
vpaddq zmm0, zmm9, zmm0
vpmadd52luq zmm0, zmm21, [rdi + 64]
vpmadd52huq zmm0, zmm21, [rdi]
vmovdqa64 zmm9, [rdi + 128]
vpmadd52luq zmm3, zmm9, zmm21
vpmadd52huq zmm3, zmm21, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm6, zmm1, zmm21
vpmadd52huq zmm6, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 256]
vpmadd52luq zmm8, zmm9, zmm21
vpmadd52huq zmm8, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm10, zmm1, zmm21
vpmadd52huq zmm10, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 384]
vpmadd52luq zmm11, zmm9, zmm21
vpmadd52huq zmm11, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm12, zmm1, zmm21
vpmadd52huq zmm12, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 512]
vpmadd52luq zmm13, zmm9, zmm21
vpmadd52huq zmm13, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm14, zmm1, zmm21
vpmadd52huq zmm14, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 640]
vpmadd52luq zmm15, zmm9, zmm21
vpmadd52huq zmm15, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm16, zmm1, zmm21
vpmadd52huq zmm16, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 768]
vpmadd52luq zmm17, zmm9, zmm21
vpmadd52huq zmm17, zmm1, zmm21
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm18, zmm1, zmm21
vpmadd52huq zmm18, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 896]
vpmadd52luq zmm5, zmm9, zmm21
vpmadd52huq zmm5, zmm1, zmm21
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm9, zmm21
vmovdqa64 zmm21, [rsi + 64]
vpmadd52luq zmm0, zmm7, zmm21
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm7, [rsi]
vpaddq zmm9, zmm0, zmm9
vmovdqa64 zmm0, [rsi + 128]
vpmadd52luq zmm3, zmm7, zmm0
vpmadd52huq zmm3, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 192]
vpmadd52luq zmm6, zmm7, zmm21
vpmadd52huq zmm6, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 256]
vpmadd52luq zmm8, zmm7, zmm0
vpmadd52huq zmm8, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 320]
vpmadd52luq zmm10, zmm7, zmm21
vpmadd52huq zmm10, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 384]
vpmadd52luq zmm11, zmm7, zmm0
vpmadd52huq zmm11, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 448]
vpmadd52luq zmm12, zmm7, zmm21
vpmadd52huq zmm12, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 512]
vpmadd52luq zmm13, zmm7, zmm0
vpmadd52huq zmm13, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 576]
vpmadd52luq zmm14, zmm7, zmm21
vpmadd52huq zmm14, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 640]
vpmadd52luq zmm15, zmm7, zmm0
vpmadd52huq zmm15, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 704]
vpmadd52luq zmm16, zmm7, zmm21
vpmadd52huq zmm16, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 768]
vpmadd52luq zmm17, zmm7, zmm0
vpmadd52huq zmm17, zmm7, zmm21
vmovdqa64 zmm21, [rsi + 832]
vpmadd52luq zmm18, zmm7, zmm21
vpmadd52huq zmm18, zmm7, zmm0
vmovdqa64 zmm0, [rsi + 896]
vpmadd52luq zmm5, zmm7, zmm0
vpmadd52huq zmm5, zmm7, zmm21
vpmadd52huq zmm1, zmm7, zmm0
vpandq zmm0, zmm9, zmm2
vmovdqa64 [rdi], zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm3, zmm9
vpandq zmm3, zmm9, zmm2
vmovdqa64 [rdi + 64], zmm3
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm6, zmm9
vpandq zmm6, zmm9, zmm2
vmovdqa64 [rdi + 128], zmm6
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm8, zmm9
vpandq zmm8, zmm9, zmm2
vmovdqa64 [rdi + 192], zmm8
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm10, zmm9
vpandq zmm10, zmm9, zmm2
vmovdqa64 [rdi + 256], zmm10
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpandq zmm11, zmm9, zmm2
vmovdqa64 [rdi + 320], zmm11
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm12, zmm9
vpandq zmm12, zmm9, zmm2
vmovdqa64 [rdi + 384], zmm12
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm13, zmm9
vpandq zmm13, zmm9, zmm2
vmovdqa64 [rdi + 448], zmm13
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm14, zmm9
vpandq zmm14, zmm9, zmm2
vmovdqa64 [rdi + 512], zmm14
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpandq zmm15, zmm9, zmm2
vmovdqa64 [rdi + 576], zmm15
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm16, zmm9
vpandq zmm16, zmm9, zmm2
vmovdqa64 [rdi + 640], zmm16
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm17, zmm9
vpandq zmm17, zmm9, zmm2
vmovdqa64 [rdi + 704], zmm17
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm18, zmm9
vpandq zmm18, zmm9, zmm2
vmovdqa64 [rdi + 768], zmm18
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm5, zmm9
vpandq zmm5, zmm9, zmm2
vmovdqa64 [rdi + 832], zmm5
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm1, zmm9
vpandq zmm2, zmm9, zmm2
vmovdqa64 [rdi + 896], zmm2
ret
.size akeyd_hw_multiply_by_entry_15_of_4, . - akeyd_hw_multiply_by_entry_15_of_4
.p2align 6
.globl akeyd_hw_multiply_20
.hidden akeyd_hw_multiply_20
.type akeyd_hw_multiply_20, @function
# 26 registers
akeyd_hw_multiply_20:
mov rax, 4503599627370495
vpbroadcastq zmm0, rax
vmovdqa64 zmm1, [rdx + 1280]
vmovdqa64 zmm2, [rsi]
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm2, [rdi]
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm0, zmm3
vpmadd52luq zmm3, zmm2, [rdi + 64]
vpmadd52huq zmm3, zmm2, [rdi]
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vmovdqa64 zmm7, zmm0
vpmadd52luq zmm7, zmm6, zmm2
vpmadd52huq zmm7, zmm2, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm8, zmm2
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 256]
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 320]
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm8, zmm2
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 384]
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 448]
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm8, zmm2
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 512]
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 576]
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm8, zmm2
vpmadd52huq zmm15, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 640]
vmovdqa64 zmm16, zmm0
vpmadd52luq zmm16, zmm6, zmm2
vpmadd52huq zmm16, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 704]
vmovdqa64 zmm17, zmm0
vpmadd52luq zmm17, zmm8, zmm2
vpmadd52huq zmm17, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 768]
vmovdqa64 zmm18, zmm0
vpmadd52luq zmm18, zmm6, zmm2
vpmadd52huq zmm18, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 832]
vmovdqa64 zmm19, zmm0
vpmadd52luq zmm19, zmm8, zmm2
vpmadd52huq zmm19, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 896]
vmovdqa64 zmm20, zmm0
vpmadd52luq zmm20, zmm6, zmm2
vpmadd52huq zmm20, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 960]
vmovdqa64 zmm21, zmm0
vpmadd52luq zmm21, zmm8, zmm2
vpmadd52huq zmm21, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 1024]
vmovdqa64 zmm22, zmm0
vpmadd52luq zmm22, zmm6, zmm2
vpmadd52huq zmm22, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 1088]
vmovdqa64 zmm23, zmm0
vpmadd52luq zmm23, zmm8, zmm2
vpmadd52huq zmm23, zmm6, zmm2
vmovdqa64 zmm6, [rdi + 1152]
vmovdqa64 zmm24, zmm0
vpmadd52luq zmm24, zmm6, zmm2
vpmadd52huq zmm24, zmm8, zmm2
vmovdqa64 zmm8, [rdi + 1216]
vmovdqa64 zmm25, zmm0
vpmadd52luq zmm25, zmm8, zmm2
vpmadd52huq zmm25, zmm6, zmm2
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm8, zmm2
vmovdqa64 zmm2, [rdx + 64]
vpmadd52luq zmm3, zmm4, zmm2
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm4, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm7, zmm4, zmm3
vpmadd52huq zmm7, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 192]
vpmadd52luq zmm9, zmm4, zmm2
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 320]
vpmadd52luq zmm11, zmm4, zmm2
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 448]
vpmadd52luq zmm13, zmm4, zmm2
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 576]
vpmadd52luq zmm15, zmm4, zmm2
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 704]
vpmadd52luq zmm17, zmm4, zmm2
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 832]
vpmadd52luq zmm19, zmm4, zmm2
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 960]
vpmadd52luq zmm21, zmm4, zmm2
vpmadd52huq zmm21, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm22, zmm4, zmm3
vpmadd52huq zmm22, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 1088]
vpmadd52luq zmm23, zmm4, zmm2
vpmadd52huq zmm23, zmm4, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm24, zmm4, zmm3
vpmadd52huq zmm24, zmm4, zmm2
vmovdqa64 zmm2, [rdx + 1216]
vpmadd52luq zmm25, zmm4, zmm2
vpmadd52huq zmm25, zmm4, zmm3
vpmadd52huq zmm6, zmm4, zmm2
vmovdqa64 zmm2, zmm1
vpmadd52luq zmm2, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm7, zmm8
vpmadd52luq zmm8, zmm5, [rdi + 64]
vpmadd52huq zmm8, zmm5, [rdi]
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm8, zmm7, [rdi]
vmovdqa64 zmm4, [rdi + 128]
vpmadd52luq zmm9, zmm4, zmm5
vpmadd52huq zmm9, zmm5, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm10, zmm3, zmm5
vpmadd52huq zmm10, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 256]
vpmadd52luq zmm11, zmm4, zmm5
vpmadd52huq zmm11, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm12, zmm3, zmm5
vpmadd52huq zmm12, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 384]
vpmadd52luq zmm13, zmm4, zmm5
vpmadd52huq zmm13, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm14, zmm3, zmm5
vpmadd52huq zmm14, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 512]
vpmadd52luq zmm15, zmm4, zmm5
vpmadd52huq zmm15, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm16, zmm3, zmm5
vpmadd52huq zmm16, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 640]
vpmadd52luq zmm17, zmm4, zmm5
vpmadd52huq zmm17, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm18, zmm3, zmm5
vpmadd52huq zmm18, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 768]
vpmadd52luq zmm19, zmm4, zmm5
vpmadd52huq zmm19, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm20, zmm3, zmm5
vpmadd52huq zmm20, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 896]
vpmadd52luq zmm21, zmm4, zmm5
vpmadd52huq zmm21, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm22, zmm3, zmm5
vpmadd52huq zmm22, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 1024]
vpmadd52luq zmm23, zmm4, zmm5
vpmadd52huq zmm23, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm24, zmm3, zmm5
vpmadd52huq zmm24, zmm4, zmm5
vmovdqa64 zmm4, [rdi + 1152]
vpmadd52luq zmm25, zmm4, zmm5
vpmadd52huq zmm25, zmm3, zmm5
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm6, zmm3, zmm5
vpmadd52huq zmm6, zmm4, zmm5
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, zmm5
vmovdqa64 zmm5, [rdx + 64]
vpmadd52luq zmm8, zmm2, zmm5
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm2, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm9, zmm2, zmm8
vpmadd52huq zmm9, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 192]
vpmadd52luq zmm10, zmm2, zmm5
vpmadd52huq zmm10, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm11, zmm2, zmm8
vpmadd52huq zmm11, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 320]
vpmadd52luq zmm12, zmm2, zmm5
vpmadd52huq zmm12, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm13, zmm2, zmm8
vpmadd52huq zmm13, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 448]
vpmadd52luq zmm14, zmm2, zmm5
vpmadd52huq zmm14, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm15, zmm2, zmm8
vpmadd52huq zmm15, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 576]
vpmadd52luq zmm16, zmm2, zmm5
vpmadd52huq zmm16, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm17, zmm2, zmm8
vpmadd52huq zmm17, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 704]
vpmadd52luq zmm18, zmm2, zmm5
vpmadd52huq zmm18, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm19, zmm2, zmm8
vpmadd52huq zmm19, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 832]
vpmadd52luq zmm20, zmm2, zmm5
vpmadd52huq zmm20, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm21, zmm2, zmm8
vpmadd52huq zmm21, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 960]
vpmadd52luq zmm22, zmm2, zmm5
vpmadd52huq zmm22, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm23, zmm2, zmm8
vpmadd52huq zmm23, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 1088]
vpmadd52luq zmm24, zmm2, zmm5
vpmadd52huq zmm24, zmm2, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm25, zmm2, zmm8
vpmadd52huq zmm25, zmm2, zmm5
vmovdqa64 zmm5, [rdx + 1216]
vpmadd52luq zmm6, zmm2, zmm5
vpmadd52huq zmm6, zmm2, zmm8
vpmadd52huq zmm4, zmm2, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm9, zmm3
vpmadd52luq zmm3, zmm7, [rdi + 64]
vpmadd52huq zmm3, zmm7, [rdi]
vmovdqa64 zmm9, [rsi + 192]
vpmadd52luq zmm3, zmm9, [rdi]
vmovdqa64 zmm2, [rdi + 128]
vpmadd52luq zmm10, zmm2, zmm7
vpmadd52huq zmm10, zmm7, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm11, zmm8, zmm7
vpmadd52huq zmm11, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 256]
vpmadd52luq zmm12, zmm2, zmm7
vpmadd52huq zmm12, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm13, zmm8, zmm7
vpmadd52huq zmm13, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 384]
vpmadd52luq zmm14, zmm2, zmm7
vpmadd52huq zmm14, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm15, zmm8, zmm7
vpmadd52huq zmm15, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 512]
vpmadd52luq zmm16, zmm2, zmm7
vpmadd52huq zmm16, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm17, zmm8, zmm7
vpmadd52huq zmm17, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 640]
vpmadd52luq zmm18, zmm2, zmm7
vpmadd52huq zmm18, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm19, zmm8, zmm7
vpmadd52huq zmm19, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 768]
vpmadd52luq zmm20, zmm2, zmm7
vpmadd52huq zmm20, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm21, zmm8, zmm7
vpmadd52huq zmm21, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 896]
vpmadd52luq zmm22, zmm2, zmm7
vpmadd52huq zmm22, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm23, zmm8, zmm7
vpmadd52huq zmm23, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 1024]
vpmadd52luq zmm24, zmm2, zmm7
vpmadd52huq zmm24, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm25, zmm8, zmm7
vpmadd52huq zmm25, zmm2, zmm7
vmovdqa64 zmm2, [rdi + 1152]
vpmadd52luq zmm6, zmm2, zmm7
vpmadd52huq zmm6, zmm8, zmm7
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm4, zmm8, zmm7
vpmadd52huq zmm4, zmm2, zmm7
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm8, zmm7
vmovdqa64 zmm7, [rdx + 64]
vpmadd52luq zmm3, zmm5, zmm7
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm5, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 192]
vpmadd52luq zmm11, zmm5, zmm7
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 320]
vpmadd52luq zmm13, zmm5, zmm7
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 448]
vpmadd52luq zmm15, zmm5, zmm7
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 576]
vpmadd52luq zmm17, zmm5, zmm7
vpmadd52huq zmm17, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm18, zmm5, zmm3
vpmadd52huq zmm18, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 704]
vpmadd52luq zmm19, zmm5, zmm7
vpmadd52huq zmm19, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm20, zmm5, zmm3
vpmadd52huq zmm20, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 832]
vpmadd52luq zmm21, zmm5, zmm7
vpmadd52huq zmm21, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm22, zmm5, zmm3
vpmadd52huq zmm22, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 960]
vpmadd52luq zmm23, zmm5, zmm7
vpmadd52huq zmm23, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm24, zmm5, zmm3
vpmadd52huq zmm24, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 1088]
vpmadd52luq zmm25, zmm5, zmm7
vpmadd52huq zmm25, zmm5, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm6, zmm5, zmm3
vpmadd52huq zmm6, zmm5, zmm7
vmovdqa64 zmm7, [rdx + 1216]
vpmadd52luq zmm4, zmm5, zmm7
vpmadd52huq zmm4, zmm5, zmm3
vpmadd52huq zmm2, zmm5, zmm7
vmovdqa64 zmm7, zmm1
vpmadd52luq zmm7, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm9, [rdi + 64]
vpmadd52huq zmm8, zmm9, [rdi]
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm8, zmm10, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm11, zmm5, zmm9
vpmadd52huq zmm11, zmm9, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm12, zmm3, zmm9
vpmadd52huq zmm12, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm13, zmm5, zmm9
vpmadd52huq zmm13, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm14, zmm3, zmm9
vpmadd52huq zmm14, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm15, zmm5, zmm9
vpmadd52huq zmm15, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm16, zmm3, zmm9
vpmadd52huq zmm16, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm17, zmm5, zmm9
vpmadd52huq zmm17, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm18, zmm3, zmm9
vpmadd52huq zmm18, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm19, zmm5, zmm9
vpmadd52huq zmm19, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm20, zmm3, zmm9
vpmadd52huq zmm20, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm21, zmm5, zmm9
vpmadd52huq zmm21, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm22, zmm3, zmm9
vpmadd52huq zmm22, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm23, zmm5, zmm9
vpmadd52huq zmm23, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm24, zmm3, zmm9
vpmadd52huq zmm24, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 1024]
vpmadd52luq zmm25, zmm5, zmm9
vpmadd52huq zmm25, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm6, zmm3, zmm9
vpmadd52huq zmm6, zmm5, zmm9
vmovdqa64 zmm5, [rdi + 1152]
vpmadd52luq zmm4, zmm5, zmm9
vpmadd52huq zmm4, zmm3, zmm9
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm2, zmm3, zmm9
vpmadd52huq zmm2, zmm5, zmm9
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm3, zmm9
vmovdqa64 zmm9, [rdx + 64]
vpmadd52luq zmm8, zmm7, zmm9
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm7, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm11, zmm7, zmm8
vpmadd52huq zmm11, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 192]
vpmadd52luq zmm12, zmm7, zmm9
vpmadd52huq zmm12, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm13, zmm7, zmm8
vpmadd52huq zmm13, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 320]
vpmadd52luq zmm14, zmm7, zmm9
vpmadd52huq zmm14, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm15, zmm7, zmm8
vpmadd52huq zmm15, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 448]
vpmadd52luq zmm16, zmm7, zmm9
vpmadd52huq zmm16, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm17, zmm7, zmm8
vpmadd52huq zmm17, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 576]
vpmadd52luq zmm18, zmm7, zmm9
vpmadd52huq zmm18, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm19, zmm7, zmm8
vpmadd52huq zmm19, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 704]
vpmadd52luq zmm20, zmm7, zmm9
vpmadd52huq zmm20, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm21, zmm7, zmm8
vpmadd52huq zmm21, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 832]
vpmadd52luq zmm22, zmm7, zmm9
vpmadd52huq zmm22, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm23, zmm7, zmm8
vpmadd52huq zmm23, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 960]
vpmadd52luq zmm24, zmm7, zmm9
vpmadd52huq zmm24, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm25, zmm7, zmm8
vpmadd52huq zmm25, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 1088]
vpmadd52luq zmm6, zmm7, zmm9
vpmadd52huq zmm6, zmm7, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm4, zmm7, zmm8
vpmadd52huq zmm4, zmm7, zmm9
vmovdqa64 zmm9, [rdx + 1216]
vpmadd52luq zmm2, zmm7, zmm9
vpmadd52huq zmm2, zmm7, zmm8
vpmadd52huq zmm5, zmm7, zmm9
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm11, zmm3
vpmadd52luq zmm3, zmm10, [rdi + 64]
vpmadd52huq zmm3, zmm10, [rdi]
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm3, zmm11, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm12, zmm7, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm14, zmm7, zmm10
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm16, zmm7, zmm10
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm18, zmm7, zmm10
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm20, zmm7, zmm10
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm21, zmm8, zmm10
vpmadd52huq zmm21, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm22, zmm7, zmm10
vpmadd52huq zmm22, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm23, zmm8, zmm10
vpmadd52huq zmm23, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm24, zmm7, zmm10
vpmadd52huq zmm24, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm25, zmm8, zmm10
vpmadd52huq zmm25, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 1024]
vpmadd52luq zmm6, zmm7, zmm10
vpmadd52huq zmm6, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm4, zmm8, zmm10
vpmadd52huq zmm4, zmm7, zmm10
vmovdqa64 zmm7, [rdi + 1152]
vpmadd52luq zmm2, zmm7, zmm10
vpmadd52huq zmm2, zmm8, zmm10
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm5, zmm8, zmm10
vpmadd52huq zmm5, zmm7, zmm10
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm8, zmm10
vmovdqa64 zmm10, [rdx + 64]
vpmadd52luq zmm3, zmm9, zmm10
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm9, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 192]
vpmadd52luq zmm13, zmm9, zmm10
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 320]
vpmadd52luq zmm15, zmm9, zmm10
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 448]
vpmadd52luq zmm17, zmm9, zmm10
vpmadd52huq zmm17, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm18, zmm9, zmm3
vpmadd52huq zmm18, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 576]
vpmadd52luq zmm19, zmm9, zmm10
vpmadd52huq zmm19, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm20, zmm9, zmm3
vpmadd52huq zmm20, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 704]
vpmadd52luq zmm21, zmm9, zmm10
vpmadd52huq zmm21, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm22, zmm9, zmm3
vpmadd52huq zmm22, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 832]
vpmadd52luq zmm23, zmm9, zmm10
vpmadd52huq zmm23, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm24, zmm9, zmm3
vpmadd52huq zmm24, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 960]
vpmadd52luq zmm25, zmm9, zmm10
vpmadd52huq zmm25, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm6, zmm9, zmm3
vpmadd52huq zmm6, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 1088]
vpmadd52luq zmm4, zmm9, zmm10
vpmadd52huq zmm4, zmm9, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm2, zmm9, zmm3
vpmadd52huq zmm2, zmm9, zmm10
vmovdqa64 zmm10, [rdx + 1216]
vpmadd52luq zmm5, zmm9, zmm10
vpmadd52huq zmm5, zmm9, zmm3
vpmadd52huq zmm7, zmm9, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm12, zmm8
vpmadd52luq zmm8, zmm11, [rdi + 64]
vpmadd52huq zmm8, zmm11, [rdi]
vmovdqa64 zmm12, [rsi + 384]
vpmadd52luq zmm8, zmm12, [rdi]
vmovdqa64 zmm9, [rdi + 128]
vpmadd52luq zmm13, zmm9, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm14, zmm3, zmm11
vpmadd52huq zmm14, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 256]
vpmadd52luq zmm15, zmm9, zmm11
vpmadd52huq zmm15, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm16, zmm3, zmm11
vpmadd52huq zmm16, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 384]
vpmadd52luq zmm17, zmm9, zmm11
vpmadd52huq zmm17, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm18, zmm3, zmm11
vpmadd52huq zmm18, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 512]
vpmadd52luq zmm19, zmm9, zmm11
vpmadd52huq zmm19, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm20, zmm3, zmm11
vpmadd52huq zmm20, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 640]
vpmadd52luq zmm21, zmm9, zmm11
vpmadd52huq zmm21, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm22, zmm3, zmm11
vpmadd52huq zmm22, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 768]
vpmadd52luq zmm23, zmm9, zmm11
vpmadd52huq zmm23, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm24, zmm3, zmm11
vpmadd52huq zmm24, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 896]
vpmadd52luq zmm25, zmm9, zmm11
vpmadd52huq zmm25, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm6, zmm3, zmm11
vpmadd52huq zmm6, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 1024]
vpmadd52luq zmm4, zmm9, zmm11
vpmadd52huq zmm4, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm2, zmm3, zmm11
vpmadd52huq zmm2, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 1152]
vpmadd52luq zmm5, zmm9, zmm11
vpmadd52huq zmm5, zmm3, zmm11
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm7, zmm3, zmm11
vpmadd52huq zmm7, zmm9, zmm11
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm3, zmm11
vmovdqa64 zmm11, [rdx + 64]
vpmadd52luq zmm8, zmm10, zmm11
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm10, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm13, zmm10, zmm8
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm15, zmm10, zmm8
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm17, zmm10, zmm8
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm19, zmm10, zmm8
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm21, zmm10, zmm8
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 704]
vpmadd52luq zmm22, zmm10, zmm11
vpmadd52huq zmm22, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm23, zmm10, zmm8
vpmadd52huq zmm23, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 832]
vpmadd52luq zmm24, zmm10, zmm11
vpmadd52huq zmm24, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm25, zmm10, zmm8
vpmadd52huq zmm25, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 960]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm4, zmm10, zmm8
vpmadd52huq zmm4, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 1088]
vpmadd52luq zmm2, zmm10, zmm11
vpmadd52huq zmm2, zmm10, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm5, zmm10, zmm8
vpmadd52huq zmm5, zmm10, zmm11
vmovdqa64 zmm11, [rdx + 1216]
vpmadd52luq zmm7, zmm10, zmm11
vpmadd52huq zmm7, zmm10, zmm8
vpmadd52huq zmm9, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm13, zmm3
vpmadd52luq zmm3, zmm12, [rdi + 64]
vpmadd52huq zmm3, zmm12, [rdi]
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm3, zmm13, [rdi]
vmovdqa64 zmm10, [rdi + 128]
vpmadd52luq zmm14, zmm10, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm15, zmm8, zmm12
vpmadd52huq zmm15, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 256]
vpmadd52luq zmm16, zmm10, zmm12
vpmadd52huq zmm16, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm17, zmm8, zmm12
vpmadd52huq zmm17, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 384]
vpmadd52luq zmm18, zmm10, zmm12
vpmadd52huq zmm18, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm19, zmm8, zmm12
vpmadd52huq zmm19, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 512]
vpmadd52luq zmm20, zmm10, zmm12
vpmadd52huq zmm20, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm21, zmm8, zmm12
vpmadd52huq zmm21, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 640]
vpmadd52luq zmm22, zmm10, zmm12
vpmadd52huq zmm22, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm23, zmm8, zmm12
vpmadd52huq zmm23, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 768]
vpmadd52luq zmm24, zmm10, zmm12
vpmadd52huq zmm24, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm25, zmm8, zmm12
vpmadd52huq zmm25, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 896]
vpmadd52luq zmm6, zmm10, zmm12
vpmadd52huq zmm6, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm4, zmm8, zmm12
vpmadd52huq zmm4, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 1024]
vpmadd52luq zmm2, zmm10, zmm12
vpmadd52huq zmm2, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm5, zmm8, zmm12
vpmadd52huq zmm5, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 1152]
vpmadd52luq zmm7, zmm10, zmm12
vpmadd52huq zmm7, zmm8, zmm12
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm9, zmm8, zmm12
vpmadd52huq zmm9, zmm10, zmm12
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm8, zmm12
vmovdqa64 zmm12, [rdx + 64]
vpmadd52luq zmm3, zmm11, zmm12
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm11, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm14, zmm11, zmm3
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm16, zmm11, zmm3
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm18, zmm11, zmm3
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm20, zmm11, zmm3
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm22, zmm11, zmm3
vpmadd52huq zmm22, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 704]
vpmadd52luq zmm23, zmm11, zmm12
vpmadd52huq zmm23, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm24, zmm11, zmm3
vpmadd52huq zmm24, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 832]
vpmadd52luq zmm25, zmm11, zmm12
vpmadd52huq zmm25, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm6, zmm11, zmm3
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 960]
vpmadd52luq zmm4, zmm11, zmm12
vpmadd52huq zmm4, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm2, zmm11, zmm3
vpmadd52huq zmm2, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 1088]
vpmadd52luq zmm5, zmm11, zmm12
vpmadd52huq zmm5, zmm11, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm7, zmm11, zmm3
vpmadd52huq zmm7, zmm11, zmm12
vmovdqa64 zmm12, [rdx + 1216]
vpmadd52luq zmm9, zmm11, zmm12
vpmadd52huq zmm9, zmm11, zmm3
vpmadd52huq zmm10, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm14, zmm8
vpmadd52luq zmm8, zmm13, [rdi + 64]
vpmadd52huq zmm8, zmm13, [rdi]
vmovdqa64 zmm14, [rsi + 512]
vpmadd52luq zmm8, zmm14, [rdi]
vmovdqa64 zmm11, [rdi + 128]
vpmadd52luq zmm15, zmm11, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm16, zmm3, zmm13
vpmadd52huq zmm16, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 256]
vpmadd52luq zmm17, zmm11, zmm13
vpmadd52huq zmm17, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm18, zmm3, zmm13
vpmadd52huq zmm18, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 384]
vpmadd52luq zmm19, zmm11, zmm13
vpmadd52huq zmm19, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm20, zmm3, zmm13
vpmadd52huq zmm20, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 512]
vpmadd52luq zmm21, zmm11, zmm13
vpmadd52huq zmm21, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm22, zmm3, zmm13
vpmadd52huq zmm22, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 640]
vpmadd52luq zmm23, zmm11, zmm13
vpmadd52huq zmm23, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm24, zmm3, zmm13
vpmadd52huq zmm24, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 768]
vpmadd52luq zmm25, zmm11, zmm13
vpmadd52huq zmm25, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm6, zmm3, zmm13
vpmadd52huq zmm6, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 896]
vpmadd52luq zmm4, zmm11, zmm13
vpmadd52huq zmm4, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm2, zmm3, zmm13
vpmadd52huq zmm2, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 1024]
vpmadd52luq zmm5, zmm11, zmm13
vpmadd52huq zmm5, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm7, zmm3, zmm13
vpmadd52huq zmm7, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 1152]
vpmadd52luq zmm9, zmm11, zmm13
vpmadd52huq zmm9, zmm3, zmm13
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm10, zmm3, zmm13
vpmadd52huq zmm10, zmm11, zmm13
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm3, zmm13
vmovdqa64 zmm13, [rdx + 64]
vpmadd52luq zmm8, zmm12, zmm13
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm12, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm15, zmm12, zmm8
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm17, zmm12, zmm8
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm19, zmm12, zmm8
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm21, zmm12, zmm8
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 576]
vpmadd52luq zmm22, zmm12, zmm13
vpmadd52huq zmm22, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm23, zmm12, zmm8
vpmadd52huq zmm23, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 704]
vpmadd52luq zmm24, zmm12, zmm13
vpmadd52huq zmm24, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm25, zmm12, zmm8
vpmadd52huq zmm25, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 832]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm4, zmm12, zmm8
vpmadd52huq zmm4, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 960]
vpmadd52luq zmm2, zmm12, zmm13
vpmadd52huq zmm2, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm5, zmm12, zmm8
vpmadd52huq zmm5, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 1088]
vpmadd52luq zmm7, zmm12, zmm13
vpmadd52huq zmm7, zmm12, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm9, zmm12, zmm8
vpmadd52huq zmm9, zmm12, zmm13
vmovdqa64 zmm13, [rdx + 1216]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm12, zmm8
vpmadd52huq zmm11, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm15, zmm3
vpmadd52luq zmm3, zmm14, [rdi + 64]
vpmadd52huq zmm3, zmm14, [rdi]
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm3, zmm15, [rdi]
vmovdqa64 zmm12, [rdi + 128]
vpmadd52luq zmm16, zmm12, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm17, zmm8, zmm14
vpmadd52huq zmm17, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 256]
vpmadd52luq zmm18, zmm12, zmm14
vpmadd52huq zmm18, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm19, zmm8, zmm14
vpmadd52huq zmm19, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 384]
vpmadd52luq zmm20, zmm12, zmm14
vpmadd52huq zmm20, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm21, zmm8, zmm14
vpmadd52huq zmm21, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 512]
vpmadd52luq zmm22, zmm12, zmm14
vpmadd52huq zmm22, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm23, zmm8, zmm14
vpmadd52huq zmm23, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 640]
vpmadd52luq zmm24, zmm12, zmm14
vpmadd52huq zmm24, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm25, zmm8, zmm14
vpmadd52huq zmm25, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 768]
vpmadd52luq zmm6, zmm12, zmm14
vpmadd52huq zmm6, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm4, zmm8, zmm14
vpmadd52huq zmm4, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 896]
vpmadd52luq zmm2, zmm12, zmm14
vpmadd52huq zmm2, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm5, zmm8, zmm14
vpmadd52huq zmm5, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 1024]
vpmadd52luq zmm7, zmm12, zmm14
vpmadd52huq zmm7, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm9, zmm8, zmm14
vpmadd52huq zmm9, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 1152]
vpmadd52luq zmm10, zmm12, zmm14
vpmadd52huq zmm10, zmm8, zmm14
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm11, zmm8, zmm14
vpmadd52huq zmm11, zmm12, zmm14
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm8, zmm14
vmovdqa64 zmm14, [rdx + 64]
vpmadd52luq zmm3, zmm13, zmm14
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm13, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm16, zmm13, zmm3
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm18, zmm13, zmm3
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm20, zmm13, zmm3
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm22, zmm13, zmm3
vpmadd52huq zmm22, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 576]
vpmadd52luq zmm23, zmm13, zmm14
vpmadd52huq zmm23, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm24, zmm13, zmm3
vpmadd52huq zmm24, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 704]
vpmadd52luq zmm25, zmm13, zmm14
vpmadd52huq zmm25, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm6, zmm13, zmm3
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 832]
vpmadd52luq zmm4, zmm13, zmm14
vpmadd52huq zmm4, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm2, zmm13, zmm3
vpmadd52huq zmm2, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 960]
vpmadd52luq zmm5, zmm13, zmm14
vpmadd52huq zmm5, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm7, zmm13, zmm3
vpmadd52huq zmm7, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 1088]
vpmadd52luq zmm9, zmm13, zmm14
vpmadd52huq zmm9, zmm13, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm10, zmm13, zmm3
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 1216]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm13, zmm3
vpmadd52huq zmm12, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm16, zmm8
vpmadd52luq zmm8, zmm15, [rdi + 64]
vpmadd52huq zmm8, zmm15, [rdi]
vmovdqa64 zmm16, [rsi + 640]
vpmadd52luq zmm8, zmm16, [rdi]
vmovdqa64 zmm13, [rdi + 128]
vpmadd52luq zmm17, zmm13, zmm15
vpmadd52huq zmm17, zmm15, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm18, zmm3, zmm15
vpmadd52huq zmm18, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 256]
vpmadd52luq zmm19, zmm13, zmm15
vpmadd52huq zmm19, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm20, zmm3, zmm15
vpmadd52huq zmm20, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 384]
vpmadd52luq zmm21, zmm13, zmm15
vpmadd52huq zmm21, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm22, zmm3, zmm15
vpmadd52huq zmm22, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 512]
vpmadd52luq zmm23, zmm13, zmm15
vpmadd52huq zmm23, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm24, zmm3, zmm15
vpmadd52huq zmm24, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 640]
vpmadd52luq zmm25, zmm13, zmm15
vpmadd52huq zmm25, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm6, zmm3, zmm15
vpmadd52huq zmm6, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 768]
vpmadd52luq zmm4, zmm13, zmm15
vpmadd52huq zmm4, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm2, zmm3, zmm15
vpmadd52huq zmm2, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 896]
vpmadd52luq zmm5, zmm13, zmm15
vpmadd52huq zmm5, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm7, zmm3, zmm15
vpmadd52huq zmm7, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 1024]
vpmadd52luq zmm9, zmm13, zmm15
vpmadd52huq zmm9, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm10, zmm3, zmm15
vpmadd52huq zmm10, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 1152]
vpmadd52luq zmm11, zmm13, zmm15
vpmadd52huq zmm11, zmm3, zmm15
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm12, zmm3, zmm15
vpmadd52huq zmm12, zmm13, zmm15
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm3, zmm15
vmovdqa64 zmm15, [rdx + 64]
vpmadd52luq zmm8, zmm14, zmm15
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm14, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm17, zmm14, zmm8
vpmadd52huq zmm17, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm19, zmm14, zmm8
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm21, zmm14, zmm8
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 448]
vpmadd52luq zmm22, zmm14, zmm15
vpmadd52huq zmm22, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm23, zmm14, zmm8
vpmadd52huq zmm23, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 576]
vpmadd52luq zmm24, zmm14, zmm15
vpmadd52huq zmm24, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm25, zmm14, zmm8
vpmadd52huq zmm25, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 704]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm4, zmm14, zmm8
vpmadd52huq zmm4, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 832]
vpmadd52luq zmm2, zmm14, zmm15
vpmadd52huq zmm2, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm5, zmm14, zmm8
vpmadd52huq zmm5, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 960]
vpmadd52luq zmm7, zmm14, zmm15
vpmadd52huq zmm7, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm9, zmm14, zmm8
vpmadd52huq zmm9, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 1088]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm11, zmm14, zmm8
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, [rdx + 1216]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm14, zmm8
vpmadd52huq zmm13, zmm14, zmm15
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm17, zmm3
vpmadd52luq zmm3, zmm16, [rdi + 64]
vpmadd52huq zmm3, zmm16, [rdi]
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm3, zmm17, [rdi]
vmovdqa64 zmm14, [rdi + 128]
vpmadd52luq zmm18, zmm14, zmm16
vpmadd52huq zmm18, zmm16, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm19, zmm8, zmm16
vpmadd52huq zmm19, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 256]
vpmadd52luq zmm20, zmm14, zmm16
vpmadd52huq zmm20, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm21, zmm8, zmm16
vpmadd52huq zmm21, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 384]
vpmadd52luq zmm22, zmm14, zmm16
vpmadd52huq zmm22, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm23, zmm8, zmm16
vpmadd52huq zmm23, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 512]
vpmadd52luq zmm24, zmm14, zmm16
vpmadd52huq zmm24, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm25, zmm8, zmm16
vpmadd52huq zmm25, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 640]
vpmadd52luq zmm6, zmm14, zmm16
vpmadd52huq zmm6, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm4, zmm8, zmm16
vpmadd52huq zmm4, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 768]
vpmadd52luq zmm2, zmm14, zmm16
vpmadd52huq zmm2, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm5, zmm8, zmm16
vpmadd52huq zmm5, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 896]
vpmadd52luq zmm7, zmm14, zmm16
vpmadd52huq zmm7, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm9, zmm8, zmm16
vpmadd52huq zmm9, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 1024]
vpmadd52luq zmm10, zmm14, zmm16
vpmadd52huq zmm10, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm11, zmm8, zmm16
vpmadd52huq zmm11, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 1152]
vpmadd52luq zmm12, zmm14, zmm16
vpmadd52huq zmm12, zmm8, zmm16
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm13, zmm8, zmm16
vpmadd52huq zmm13, zmm14, zmm16
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm8, zmm16
vmovdqa64 zmm16, [rdx + 64]
vpmadd52luq zmm3, zmm15, zmm16
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm15, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm18, zmm15, zmm3
vpmadd52huq zmm18, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm20, zmm15, zmm3
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm22, zmm15, zmm3
vpmadd52huq zmm22, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 448]
vpmadd52luq zmm23, zmm15, zmm16
vpmadd52huq zmm23, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm24, zmm15, zmm3
vpmadd52huq zmm24, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 576]
vpmadd52luq zmm25, zmm15, zmm16
vpmadd52huq zmm25, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm6, zmm15, zmm3
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 704]
vpmadd52luq zmm4, zmm15, zmm16
vpmadd52huq zmm4, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm2, zmm15, zmm3
vpmadd52huq zmm2, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 832]
vpmadd52luq zmm5, zmm15, zmm16
vpmadd52huq zmm5, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm7, zmm15, zmm3
vpmadd52huq zmm7, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 960]
vpmadd52luq zmm9, zmm15, zmm16
vpmadd52huq zmm9, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm10, zmm15, zmm3
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 1088]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm12, zmm15, zmm3
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, [rdx + 1216]
vpmadd52luq zmm13, zmm15, zmm16
vpmadd52huq zmm13, zmm15, zmm3
vpmadd52huq zmm14, zmm15, zmm16
vmovdqa64 zmm16, zmm1
vpmadd52luq zmm16, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm18, zmm8
vpmadd52luq zmm8, zmm17, [rdi + 64]
vpmadd52huq zmm8, zmm17, [rdi]
vmovdqa64 zmm18, [rsi + 768]
vpmadd52luq zmm8, zmm18, [rdi]
vmovdqa64 zmm15, [rdi + 128]
vpmadd52luq zmm19, zmm15, zmm17
vpmadd52huq zmm19, zmm17, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm20, zmm3, zmm17
vpmadd52huq zmm20, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 256]
vpmadd52luq zmm21, zmm15, zmm17
vpmadd52huq zmm21, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm22, zmm3, zmm17
vpmadd52huq zmm22, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 384]
vpmadd52luq zmm23, zmm15, zmm17
vpmadd52huq zmm23, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm24, zmm3, zmm17
vpmadd52huq zmm24, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 512]
vpmadd52luq zmm25, zmm15, zmm17
vpmadd52huq zmm25, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm6, zmm3, zmm17
vpmadd52huq zmm6, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 640]
vpmadd52luq zmm4, zmm15, zmm17
vpmadd52huq zmm4, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm2, zmm3, zmm17
vpmadd52huq zmm2, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 768]
vpmadd52luq zmm5, zmm15, zmm17
vpmadd52huq zmm5, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm7, zmm3, zmm17
vpmadd52huq zmm7, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 896]
vpmadd52luq zmm9, zmm15, zmm17
vpmadd52huq zmm9, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm10, zmm3, zmm17
vpmadd52huq zmm10, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 1024]
vpmadd52luq zmm11, zmm15, zmm17
vpmadd52huq zmm11, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm12, zmm3, zmm17
vpmadd52huq zmm12, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 1152]
vpmadd52luq zmm13, zmm15, zmm17
vpmadd52huq zmm13, zmm3, zmm17
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm14, zmm3, zmm17
vpmadd52huq zmm14, zmm15, zmm17
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm3, zmm17
vmovdqa64 zmm17, [rdx + 64]
vpmadd52luq zmm8, zmm16, zmm17
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm16, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm19, zmm16, zmm8
vpmadd52huq zmm19, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm21, zmm16, zmm8
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 320]
vpmadd52luq zmm22, zmm16, zmm17
vpmadd52huq zmm22, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm23, zmm16, zmm8
vpmadd52huq zmm23, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 448]
vpmadd52luq zmm24, zmm16, zmm17
vpmadd52huq zmm24, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm25, zmm16, zmm8
vpmadd52huq zmm25, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 576]
vpmadd52luq zmm6, zmm16, zmm17
vpmadd52huq zmm6, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm4, zmm16, zmm8
vpmadd52huq zmm4, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 704]
vpmadd52luq zmm2, zmm16, zmm17
vpmadd52huq zmm2, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm5, zmm16, zmm8
vpmadd52huq zmm5, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 832]
vpmadd52luq zmm7, zmm16, zmm17
vpmadd52huq zmm7, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm9, zmm16, zmm8
vpmadd52huq zmm9, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 960]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm11, zmm16, zmm8
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 1088]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm16, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm13, zmm16, zmm8
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm17, [rdx + 1216]
vpmadd52luq zmm14, zmm16, zmm17
vpmadd52huq zmm14, zmm16, zmm8
vpmadd52huq zmm15, zmm16, zmm17
vmovdqa64 zmm17, zmm1
vpmadd52luq zmm17, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm19, zmm3
vpmadd52luq zmm3, zmm18, [rdi + 64]
vpmadd52huq zmm3, zmm18, [rdi]
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm3, zmm19, [rdi]
vmovdqa64 zmm16, [rdi + 128]
vpmadd52luq zmm20, zmm16, zmm18
vpmadd52huq zmm20, zmm18, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm21, zmm8, zmm18
vpmadd52huq zmm21, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 256]
vpmadd52luq zmm22, zmm16, zmm18
vpmadd52huq zmm22, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm23, zmm8, zmm18
vpmadd52huq zmm23, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 384]
vpmadd52luq zmm24, zmm16, zmm18
vpmadd52huq zmm24, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm25, zmm8, zmm18
vpmadd52huq zmm25, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 512]
vpmadd52luq zmm6, zmm16, zmm18
vpmadd52huq zmm6, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm4, zmm8, zmm18
vpmadd52huq zmm4, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 640]
vpmadd52luq zmm2, zmm16, zmm18
vpmadd52huq zmm2, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm5, zmm8, zmm18
vpmadd52huq zmm5, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 768]
vpmadd52luq zmm7, zmm16, zmm18
vpmadd52huq zmm7, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm9, zmm8, zmm18
vpmadd52huq zmm9, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 896]
vpmadd52luq zmm10, zmm16, zmm18
vpmadd52huq zmm10, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm11, zmm8, zmm18
vpmadd52huq zmm11, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 1024]
vpmadd52luq zmm12, zmm16, zmm18
vpmadd52huq zmm12, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm13, zmm8, zmm18
vpmadd52huq zmm13, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 1152]
vpmadd52luq zmm14, zmm16, zmm18
vpmadd52huq zmm14, zmm8, zmm18
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm15, zmm8, zmm18
vpmadd52huq zmm15, zmm16, zmm18
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm8, zmm18
vmovdqa64 zmm18, [rdx + 64]
vpmadd52luq zmm3, zmm17, zmm18
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm17, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm20, zmm17, zmm3
vpmadd52huq zmm20, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm22, zmm17, zmm3
vpmadd52huq zmm22, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 320]
vpmadd52luq zmm23, zmm17, zmm18
vpmadd52huq zmm23, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm24, zmm17, zmm3
vpmadd52huq zmm24, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 448]
vpmadd52luq zmm25, zmm17, zmm18
vpmadd52huq zmm25, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm6, zmm17, zmm3
vpmadd52huq zmm6, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 576]
vpmadd52luq zmm4, zmm17, zmm18
vpmadd52huq zmm4, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm2, zmm17, zmm3
vpmadd52huq zmm2, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 704]
vpmadd52luq zmm5, zmm17, zmm18
vpmadd52huq zmm5, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm7, zmm17, zmm3
vpmadd52huq zmm7, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 832]
vpmadd52luq zmm9, zmm17, zmm18
vpmadd52huq zmm9, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm10, zmm17, zmm3
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 960]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm12, zmm17, zmm3
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 1088]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm17, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm14, zmm17, zmm3
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 1216]
vpmadd52luq zmm15, zmm17, zmm18
vpmadd52huq zmm15, zmm17, zmm3
vpmadd52huq zmm16, zmm17, zmm18
vmovdqa64 zmm18, zmm1
vpmadd52luq zmm18, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm20, zmm8
vpmadd52luq zmm8, zmm19, [rdi + 64]
vpmadd52huq zmm8, zmm19, [rdi]
vmovdqa64 zmm20, [rsi + 896]
vpmadd52luq zmm8, zmm20, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm21, zmm17, zmm19
vpmadd52huq zmm21, zmm19, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm22, zmm3, zmm19
vpmadd52huq zmm22, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm23, zmm17, zmm19
vpmadd52huq zmm23, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm24, zmm3, zmm19
vpmadd52huq zmm24, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 384]
vpmadd52luq zmm25, zmm17, zmm19
vpmadd52huq zmm25, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm6, zmm3, zmm19
vpmadd52huq zmm6, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 512]
vpmadd52luq zmm4, zmm17, zmm19
vpmadd52huq zmm4, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm2, zmm3, zmm19
vpmadd52huq zmm2, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 640]
vpmadd52luq zmm5, zmm17, zmm19
vpmadd52huq zmm5, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm7, zmm3, zmm19
vpmadd52huq zmm7, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 768]
vpmadd52luq zmm9, zmm17, zmm19
vpmadd52huq zmm9, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm10, zmm3, zmm19
vpmadd52huq zmm10, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 896]
vpmadd52luq zmm11, zmm17, zmm19
vpmadd52huq zmm11, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm12, zmm3, zmm19
vpmadd52huq zmm12, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 1024]
vpmadd52luq zmm13, zmm17, zmm19
vpmadd52huq zmm13, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm14, zmm3, zmm19
vpmadd52huq zmm14, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 1152]
vpmadd52luq zmm15, zmm17, zmm19
vpmadd52huq zmm15, zmm3, zmm19
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm16, zmm3, zmm19
vpmadd52huq zmm16, zmm17, zmm19
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm3, zmm19
vmovdqa64 zmm19, [rdx + 64]
vpmadd52luq zmm8, zmm18, zmm19
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm18, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm21, zmm18, zmm8
vpmadd52huq zmm21, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 192]
vpmadd52luq zmm22, zmm18, zmm19
vpmadd52huq zmm22, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm23, zmm18, zmm8
vpmadd52huq zmm23, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 320]
vpmadd52luq zmm24, zmm18, zmm19
vpmadd52huq zmm24, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm25, zmm18, zmm8
vpmadd52huq zmm25, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 448]
vpmadd52luq zmm6, zmm18, zmm19
vpmadd52huq zmm6, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm4, zmm18, zmm8
vpmadd52huq zmm4, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 576]
vpmadd52luq zmm2, zmm18, zmm19
vpmadd52huq zmm2, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm5, zmm18, zmm8
vpmadd52huq zmm5, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 704]
vpmadd52luq zmm7, zmm18, zmm19
vpmadd52huq zmm7, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm9, zmm18, zmm8
vpmadd52huq zmm9, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 832]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm11, zmm18, zmm8
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 960]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm13, zmm18, zmm8
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 1088]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm18, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm15, zmm18, zmm8
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm19, [rdx + 1216]
vpmadd52luq zmm16, zmm18, zmm19
vpmadd52huq zmm16, zmm18, zmm8
vpmadd52huq zmm17, zmm18, zmm19
vmovdqa64 zmm19, zmm1
vpmadd52luq zmm19, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm21, zmm3
vpmadd52luq zmm3, zmm20, [rdi + 64]
vpmadd52huq zmm3, zmm20, [rdi]
vmovdqa64 zmm21, [rsi + 960]
vpmadd52luq zmm3, zmm21, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm22, zmm18, zmm20
vpmadd52huq zmm22, zmm20, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm23, zmm8, zmm20
vpmadd52huq zmm23, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 256]
vpmadd52luq zmm24, zmm18, zmm20
vpmadd52huq zmm24, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm25, zmm8, zmm20
vpmadd52huq zmm25, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 384]
vpmadd52luq zmm6, zmm18, zmm20
vpmadd52huq zmm6, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm4, zmm8, zmm20
vpmadd52huq zmm4, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 512]
vpmadd52luq zmm2, zmm18, zmm20
vpmadd52huq zmm2, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm5, zmm8, zmm20
vpmadd52huq zmm5, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 640]
vpmadd52luq zmm7, zmm18, zmm20
vpmadd52huq zmm7, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm9, zmm8, zmm20
vpmadd52huq zmm9, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 768]
vpmadd52luq zmm10, zmm18, zmm20
vpmadd52huq zmm10, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm11, zmm8, zmm20
vpmadd52huq zmm11, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 896]
vpmadd52luq zmm12, zmm18, zmm20
vpmadd52huq zmm12, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm13, zmm8, zmm20
vpmadd52huq zmm13, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 1024]
vpmadd52luq zmm14, zmm18, zmm20
vpmadd52huq zmm14, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm15, zmm8, zmm20
vpmadd52huq zmm15, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 1152]
vpmadd52luq zmm16, zmm18, zmm20
vpmadd52huq zmm16, zmm8, zmm20
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm17, zmm8, zmm20
vpmadd52huq zmm17, zmm18, zmm20
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm8, zmm20
vmovdqa64 zmm20, [rdx + 64]
vpmadd52luq zmm3, zmm19, zmm20
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm19, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm22, zmm19, zmm3
vpmadd52huq zmm22, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 192]
vpmadd52luq zmm23, zmm19, zmm20
vpmadd52huq zmm23, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm24, zmm19, zmm3
vpmadd52huq zmm24, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 320]
vpmadd52luq zmm25, zmm19, zmm20
vpmadd52huq zmm25, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm6, zmm19, zmm3
vpmadd52huq zmm6, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 448]
vpmadd52luq zmm4, zmm19, zmm20
vpmadd52huq zmm4, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm2, zmm19, zmm3
vpmadd52huq zmm2, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 576]
vpmadd52luq zmm5, zmm19, zmm20
vpmadd52huq zmm5, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm7, zmm19, zmm3
vpmadd52huq zmm7, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 704]
vpmadd52luq zmm9, zmm19, zmm20
vpmadd52huq zmm9, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm10, zmm19, zmm3
vpmadd52huq zmm10, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 832]
vpmadd52luq zmm11, zmm19, zmm20
vpmadd52huq zmm11, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm12, zmm19, zmm3
vpmadd52huq zmm12, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 960]
vpmadd52luq zmm13, zmm19, zmm20
vpmadd52huq zmm13, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm14, zmm19, zmm3
vpmadd52huq zmm14, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 1088]
vpmadd52luq zmm15, zmm19, zmm20
vpmadd52huq zmm15, zmm19, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm16, zmm19, zmm3
vpmadd52huq zmm16, zmm19, zmm20
vmovdqa64 zmm20, [rdx + 1216]
vpmadd52luq zmm17, zmm19, zmm20
vpmadd52huq zmm17, zmm19, zmm3
vpmadd52huq zmm18, zmm19, zmm20
vmovdqa64 zmm20, zmm1
vpmadd52luq zmm20, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm22, zmm8
vpmadd52luq zmm8, zmm21, [rdi + 64]
vpmadd52huq zmm8, zmm21, [rdi]
vmovdqa64 zmm22, [rsi + 1024]
vpmadd52luq zmm8, zmm22, [rdi]
vmovdqa64 zmm19, [rdi + 128]
vpmadd52luq zmm23, zmm19, zmm21
vpmadd52huq zmm23, zmm21, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm24, zmm3, zmm21
vpmadd52huq zmm24, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 256]
vpmadd52luq zmm25, zmm19, zmm21
vpmadd52huq zmm25, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm6, zmm3, zmm21
vpmadd52huq zmm6, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 384]
vpmadd52luq zmm4, zmm19, zmm21
vpmadd52huq zmm4, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm2, zmm3, zmm21
vpmadd52huq zmm2, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 512]
vpmadd52luq zmm5, zmm19, zmm21
vpmadd52huq zmm5, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm7, zmm3, zmm21
vpmadd52huq zmm7, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 640]
vpmadd52luq zmm9, zmm19, zmm21
vpmadd52huq zmm9, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm10, zmm3, zmm21
vpmadd52huq zmm10, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 768]
vpmadd52luq zmm11, zmm19, zmm21
vpmadd52huq zmm11, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm12, zmm3, zmm21
vpmadd52huq zmm12, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 896]
vpmadd52luq zmm13, zmm19, zmm21
vpmadd52huq zmm13, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm14, zmm3, zmm21
vpmadd52huq zmm14, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 1024]
vpmadd52luq zmm15, zmm19, zmm21
vpmadd52huq zmm15, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm16, zmm3, zmm21
vpmadd52huq zmm16, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 1152]
vpmadd52luq zmm17, zmm19, zmm21
vpmadd52huq zmm17, zmm3, zmm21
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm18, zmm3, zmm21
vpmadd52huq zmm18, zmm19, zmm21
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm3, zmm21
vmovdqa64 zmm21, [rdx + 64]
vpmadd52luq zmm8, zmm20, zmm21
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm20, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm23, zmm20, zmm8
vpmadd52huq zmm23, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 192]
vpmadd52luq zmm24, zmm20, zmm21
vpmadd52huq zmm24, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm25, zmm20, zmm8
vpmadd52huq zmm25, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 320]
vpmadd52luq zmm6, zmm20, zmm21
vpmadd52huq zmm6, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm4, zmm20, zmm8
vpmadd52huq zmm4, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 448]
vpmadd52luq zmm2, zmm20, zmm21
vpmadd52huq zmm2, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm5, zmm20, zmm8
vpmadd52huq zmm5, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 576]
vpmadd52luq zmm7, zmm20, zmm21
vpmadd52huq zmm7, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm9, zmm20, zmm8
vpmadd52huq zmm9, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 704]
vpmadd52luq zmm10, zmm20, zmm21
vpmadd52huq zmm10, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm11, zmm20, zmm8
vpmadd52huq zmm11, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 832]
vpmadd52luq zmm12, zmm20, zmm21
vpmadd52huq zmm12, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm13, zmm20, zmm8
vpmadd52huq zmm13, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 960]
vpmadd52luq zmm14, zmm20, zmm21
vpmadd52huq zmm14, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm15, zmm20, zmm8
vpmadd52huq zmm15, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 1088]
vpmadd52luq zmm16, zmm20, zmm21
vpmadd52huq zmm16, zmm20, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm17, zmm20, zmm8
vpmadd52huq zmm17, zmm20, zmm21
vmovdqa64 zmm21, [rdx + 1216]
vpmadd52luq zmm18, zmm20, zmm21
vpmadd52huq zmm18, zmm20, zmm8
vpmadd52huq zmm19, zmm20, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm23, zmm3
vpmadd52luq zmm3, zmm22, [rdi + 64]
vpmadd52huq zmm3, zmm22, [rdi]
vmovdqa64 zmm23, [rsi + 1088]
vpmadd52luq zmm3, zmm23, [rdi]
vmovdqa64 zmm20, [rdi + 128]
vpmadd52luq zmm24, zmm20, zmm22
vpmadd52huq zmm24, zmm22, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm25, zmm8, zmm22
vpmadd52huq zmm25, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 256]
vpmadd52luq zmm6, zmm20, zmm22
vpmadd52huq zmm6, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm4, zmm8, zmm22
vpmadd52huq zmm4, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 384]
vpmadd52luq zmm2, zmm20, zmm22
vpmadd52huq zmm2, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm5, zmm8, zmm22
vpmadd52huq zmm5, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 512]
vpmadd52luq zmm7, zmm20, zmm22
vpmadd52huq zmm7, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm9, zmm8, zmm22
vpmadd52huq zmm9, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 640]
vpmadd52luq zmm10, zmm20, zmm22
vpmadd52huq zmm10, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm11, zmm8, zmm22
vpmadd52huq zmm11, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 768]
vpmadd52luq zmm12, zmm20, zmm22
vpmadd52huq zmm12, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm13, zmm8, zmm22
vpmadd52huq zmm13, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 896]
vpmadd52luq zmm14, zmm20, zmm22
vpmadd52huq zmm14, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm15, zmm8, zmm22
vpmadd52huq zmm15, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 1024]
vpmadd52luq zmm16, zmm20, zmm22
vpmadd52huq zmm16, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm17, zmm8, zmm22
vpmadd52huq zmm17, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 1152]
vpmadd52luq zmm18, zmm20, zmm22
vpmadd52huq zmm18, zmm8, zmm22
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm19, zmm8, zmm22
vpmadd52huq zmm19, zmm20, zmm22
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm8, zmm22
vmovdqa64 zmm22, [rdx + 64]
vpmadd52luq zmm3, zmm21, zmm22
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm21, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm24, zmm21, zmm3
vpmadd52huq zmm24, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 192]
vpmadd52luq zmm25, zmm21, zmm22
vpmadd52huq zmm25, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm6, zmm21, zmm3
vpmadd52huq zmm6, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 320]
vpmadd52luq zmm4, zmm21, zmm22
vpmadd52huq zmm4, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm2, zmm21, zmm3
vpmadd52huq zmm2, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 448]
vpmadd52luq zmm5, zmm21, zmm22
vpmadd52huq zmm5, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm7, zmm21, zmm3
vpmadd52huq zmm7, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 576]
vpmadd52luq zmm9, zmm21, zmm22
vpmadd52huq zmm9, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm10, zmm21, zmm3
vpmadd52huq zmm10, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 704]
vpmadd52luq zmm11, zmm21, zmm22
vpmadd52huq zmm11, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm12, zmm21, zmm3
vpmadd52huq zmm12, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 832]
vpmadd52luq zmm13, zmm21, zmm22
vpmadd52huq zmm13, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm14, zmm21, zmm3
vpmadd52huq zmm14, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 960]
vpmadd52luq zmm15, zmm21, zmm22
vpmadd52huq zmm15, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm16, zmm21, zmm3
vpmadd52huq zmm16, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 1088]
vpmadd52luq zmm17, zmm21, zmm22
vpmadd52huq zmm17, zmm21, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm18, zmm21, zmm3
vpmadd52huq zmm18, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 1216]
vpmadd52luq zmm19, zmm21, zmm22
vpmadd52huq zmm19, zmm21, zmm3
vpmadd52huq zmm20, zmm21, zmm22
vmovdqa64 zmm22, zmm1
vpmadd52luq zmm22, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm24, zmm8
vpmadd52luq zmm8, zmm23, [rdi + 64]
vpmadd52huq zmm8, zmm23, [rdi]
vmovdqa64 zmm24, [rsi + 1152]
vpmadd52luq zmm8, zmm24, [rdi]
vmovdqa64 zmm21, [rdi + 128]
vpmadd52luq zmm25, zmm21, zmm23
vpmadd52huq zmm25, zmm23, [rdi + 64]
vmovdqa64 zmm3, [rdi + 192]
vpmadd52luq zmm6, zmm3, zmm23
vpmadd52huq zmm6, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 256]
vpmadd52luq zmm4, zmm21, zmm23
vpmadd52huq zmm4, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 320]
vpmadd52luq zmm2, zmm3, zmm23
vpmadd52huq zmm2, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 384]
vpmadd52luq zmm5, zmm21, zmm23
vpmadd52huq zmm5, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 448]
vpmadd52luq zmm7, zmm3, zmm23
vpmadd52huq zmm7, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 512]
vpmadd52luq zmm9, zmm21, zmm23
vpmadd52huq zmm9, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 576]
vpmadd52luq zmm10, zmm3, zmm23
vpmadd52huq zmm10, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 640]
vpmadd52luq zmm11, zmm21, zmm23
vpmadd52huq zmm11, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 704]
vpmadd52luq zmm12, zmm3, zmm23
vpmadd52huq zmm12, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 768]
vpmadd52luq zmm13, zmm21, zmm23
vpmadd52huq zmm13, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 832]
vpmadd52luq zmm14, zmm3, zmm23
vpmadd52huq zmm14, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 896]
vpmadd52luq zmm15, zmm21, zmm23
vpmadd52huq zmm15, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 960]
vpmadd52luq zmm16, zmm3, zmm23
vpmadd52huq zmm16, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 1024]
vpmadd52luq zmm17, zmm21, zmm23
vpmadd52huq zmm17, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 1088]
vpmadd52luq zmm18, zmm3, zmm23
vpmadd52huq zmm18, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 1152]
vpmadd52luq zmm19, zmm21, zmm23
vpmadd52huq zmm19, zmm3, zmm23
vmovdqa64 zmm3, [rdi + 1216]
vpmadd52luq zmm20, zmm3, zmm23
vpmadd52huq zmm20, zmm21, zmm23
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm3, zmm23
vmovdqa64 zmm23, [rdx + 64]
vpmadd52luq zmm8, zmm22, zmm23
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm22, [rdx]
vpaddq zmm3, zmm8, zmm3
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm25, zmm22, zmm8
vpmadd52huq zmm25, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 192]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm4, zmm22, zmm8
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 320]
vpmadd52luq zmm2, zmm22, zmm23
vpmadd52huq zmm2, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm5, zmm22, zmm8
vpmadd52huq zmm5, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 448]
vpmadd52luq zmm7, zmm22, zmm23
vpmadd52huq zmm7, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm9, zmm22, zmm8
vpmadd52huq zmm9, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 576]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm11, zmm22, zmm8
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 704]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm13, zmm22, zmm8
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 832]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm15, zmm22, zmm8
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 960]
vpmadd52luq zmm16, zmm22, zmm23
vpmadd52huq zmm16, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm17, zmm22, zmm8
vpmadd52huq zmm17, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 1088]
vpmadd52luq zmm18, zmm22, zmm23
vpmadd52huq zmm18, zmm22, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm19, zmm22, zmm8
vpmadd52huq zmm19, zmm22, zmm23
vmovdqa64 zmm23, [rdx + 1216]
vpmadd52luq zmm20, zmm22, zmm23
vpmadd52huq zmm20, zmm22, zmm8
vpmadd52huq zmm21, zmm22, zmm23
vmovdqa64 zmm23, zmm1
vpmadd52luq zmm23, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm25, zmm3
vpmadd52luq zmm3, zmm24, [rdi + 64]
vpmadd52huq zmm3, zmm24, [rdi]
vmovdqa64 zmm25, [rsi + 1216]
vpmadd52luq zmm3, zmm25, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm6, zmm22, zmm24
vpmadd52huq zmm6, zmm24, [rdi + 64]
vmovdqa64 zmm8, [rdi + 192]
vpmadd52luq zmm4, zmm8, zmm24
vpmadd52huq zmm4, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm2, zmm22, zmm24
vpmadd52huq zmm2, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 320]
vpmadd52luq zmm5, zmm8, zmm24
vpmadd52huq zmm5, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm7, zmm22, zmm24
vpmadd52huq zmm7, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 448]
vpmadd52luq zmm9, zmm8, zmm24
vpmadd52huq zmm9, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 512]
vpmadd52luq zmm10, zmm22, zmm24
vpmadd52huq zmm10, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 576]
vpmadd52luq zmm11, zmm8, zmm24
vpmadd52huq zmm11, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 640]
vpmadd52luq zmm12, zmm22, zmm24
vpmadd52huq zmm12, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 704]
vpmadd52luq zmm13, zmm8, zmm24
vpmadd52huq zmm13, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 768]
vpmadd52luq zmm14, zmm22, zmm24
vpmadd52huq zmm14, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 832]
vpmadd52luq zmm15, zmm8, zmm24
vpmadd52huq zmm15, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 896]
vpmadd52luq zmm16, zmm22, zmm24
vpmadd52huq zmm16, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 960]
vpmadd52luq zmm17, zmm8, zmm24
vpmadd52huq zmm17, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 1024]
vpmadd52luq zmm18, zmm22, zmm24
vpmadd52huq zmm18, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 1088]
vpmadd52luq zmm19, zmm8, zmm24
vpmadd52huq zmm19, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 1152]
vpmadd52luq zmm20, zmm22, zmm24
vpmadd52huq zmm20, zmm8, zmm24
vmovdqa64 zmm8, [rdi + 1216]
vpmadd52luq zmm21, zmm8, zmm24
vpmadd52huq zmm21, zmm22, zmm24
vpxord zmm22, zmm22, zmm22
vpmadd52huq zmm22, zmm8, zmm24
vmovdqa64 zmm24, [rdx + 64]
vpmadd52luq zmm3, zmm23, zmm24
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm23, [rdx]
vpaddq zmm8, zmm3, zmm8
vmovdqa64 zmm3, [rdx + 128]
vpmadd52luq zmm6, zmm23, zmm3
vpmadd52huq zmm6, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 192]
vpmadd52luq zmm4, zmm23, zmm24
vpmadd52huq zmm4, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 256]
vpmadd52luq zmm2, zmm23, zmm3
vpmadd52huq zmm2, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 320]
vpmadd52luq zmm5, zmm23, zmm24
vpmadd52huq zmm5, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 384]
vpmadd52luq zmm7, zmm23, zmm3
vpmadd52huq zmm7, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 448]
vpmadd52luq zmm9, zmm23, zmm24
vpmadd52huq zmm9, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 512]
vpmadd52luq zmm10, zmm23, zmm3
vpmadd52huq zmm10, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 576]
vpmadd52luq zmm11, zmm23, zmm24
vpmadd52huq zmm11, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 640]
vpmadd52luq zmm12, zmm23, zmm3
vpmadd52huq zmm12, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 704]
vpmadd52luq zmm13, zmm23, zmm24
vpmadd52huq zmm13, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 768]
vpmadd52luq zmm14, zmm23, zmm3
vpmadd52huq zmm14, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 832]
vpmadd52luq zmm15, zmm23, zmm24
vpmadd52huq zmm15, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 896]
vpmadd52luq zmm16, zmm23, zmm3
vpmadd52huq zmm16, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 960]
vpmadd52luq zmm17, zmm23, zmm24
vpmadd52huq zmm17, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 1024]
vpmadd52luq zmm18, zmm23, zmm3
vpmadd52huq zmm18, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 1088]
vpmadd52luq zmm19, zmm23, zmm24
vpmadd52huq zmm19, zmm23, zmm3
vmovdqa64 zmm3, [rdx + 1152]
vpmadd52luq zmm20, zmm23, zmm3
vpmadd52huq zmm20, zmm23, zmm24
vmovdqa64 zmm24, [rdx + 1216]
vpmadd52luq zmm21, zmm23, zmm24
vpmadd52huq zmm21, zmm23, zmm3
vpmadd52huq zmm22, zmm23, zmm24
vmovdqa64 zmm24, zmm1
vpmadd52luq zmm24, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm6, zmm8
vpmadd52luq zmm8, zmm25, [rdi + 64]
vpmadd52huq zmm8, zmm25, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm4, zmm6, zmm25
vpmadd52huq zmm4, zmm25, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm2, zmm1, zmm25
vpmadd52huq zmm2, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm5, zmm6, zmm25
vpmadd52huq zmm5, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm7, zmm1, zmm25
vpmadd52huq zmm7, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm9, zmm6, zmm25
vpmadd52huq zmm9, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm10, zmm1, zmm25
vpmadd52huq zmm10, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm11, zmm6, zmm25
vpmadd52huq zmm11, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm12, zmm1, zmm25
vpmadd52huq zmm12, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm13, zmm6, zmm25
vpmadd52huq zmm13, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm14, zmm1, zmm25
vpmadd52huq zmm14, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm15, zmm6, zmm25
vpmadd52huq zmm15, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm16, zmm1, zmm25
vpmadd52huq zmm16, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm17, zmm6, zmm25
vpmadd52huq zmm17, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 960]
vpmadd52luq zmm18, zmm1, zmm25
vpmadd52huq zmm18, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 1024]
vpmadd52luq zmm19, zmm6, zmm25
vpmadd52huq zmm19, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 1088]
vpmadd52luq zmm20, zmm1, zmm25
vpmadd52huq zmm20, zmm6, zmm25
vmovdqa64 zmm6, [rdi + 1152]
vpmadd52luq zmm21, zmm6, zmm25
vpmadd52huq zmm21, zmm1, zmm25
vmovdqa64 zmm1, [rdi + 1216]
vpmadd52luq zmm22, zmm1, zmm25
vpmadd52huq zmm22, zmm6, zmm25
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm1, zmm25
vmovdqa64 zmm25, [rdx + 64]
vpmadd52luq zmm8, zmm24, zmm25
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm24, [rdx]
vpaddq zmm1, zmm8, zmm1
vmovdqa64 zmm8, [rdx + 128]
vpmadd52luq zmm4, zmm24, zmm8
vpmadd52huq zmm4, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 192]
vpmadd52luq zmm2, zmm24, zmm25
vpmadd52huq zmm2, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 256]
vpmadd52luq zmm5, zmm24, zmm8
vpmadd52huq zmm5, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 320]
vpmadd52luq zmm7, zmm24, zmm25
vpmadd52huq zmm7, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 384]
vpmadd52luq zmm9, zmm24, zmm8
vpmadd52huq zmm9, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 448]
vpmadd52luq zmm10, zmm24, zmm25
vpmadd52huq zmm10, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 512]
vpmadd52luq zmm11, zmm24, zmm8
vpmadd52huq zmm11, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 576]
vpmadd52luq zmm12, zmm24, zmm25
vpmadd52huq zmm12, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 640]
vpmadd52luq zmm13, zmm24, zmm8
vpmadd52huq zmm13, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 704]
vpmadd52luq zmm14, zmm24, zmm25
vpmadd52huq zmm14, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 768]
vpmadd52luq zmm15, zmm24, zmm8
vpmadd52huq zmm15, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 832]
vpmadd52luq zmm16, zmm24, zmm25
vpmadd52huq zmm16, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 896]
vpmadd52luq zmm17, zmm24, zmm8
vpmadd52huq zmm17, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 960]
vpmadd52luq zmm18, zmm24, zmm25
vpmadd52huq zmm18, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 1024]
vpmadd52luq zmm19, zmm24, zmm8
vpmadd52huq zmm19, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 1088]
vpmadd52luq zmm20, zmm24, zmm25
vpmadd52huq zmm20, zmm24, zmm8
vmovdqa64 zmm8, [rdx + 1152]
vpmadd52luq zmm21, zmm24, zmm8
vpmadd52huq zmm21, zmm24, zmm25
vmovdqa64 zmm25, [rdx + 1216]
vpmadd52luq zmm22, zmm24, zmm25
vpmadd52huq zmm22, zmm24, zmm8
vpmadd52huq zmm6, zmm24, zmm25
vpandq zmm25, zmm1, zmm0
vmovdqa64 [rdi], zmm25
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm4, zmm1
vpandq zmm4, zmm1, zmm0
vmovdqa64 [rdi + 64], zmm4
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm2, zmm1
vpandq zmm2, zmm1, zmm0
vmovdqa64 [rdi + 128], zmm2
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm0
vmovdqa64 [rdi + 192], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm7, zmm1
vpandq zmm7, zmm1, zmm0
vmovdqa64 [rdi + 256], zmm7
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm9, zmm1
vpandq zmm9, zmm1, zmm0
vmovdqa64 [rdi + 320], zmm9
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm0
vmovdqa64 [rdi + 384], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm0
vmovdqa64 [rdi + 448], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm0
vmovdqa64 [rdi + 512], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm13, zmm1
vpandq zmm13, zmm1, zmm0
vmovdqa64 [rdi + 576], zmm13
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm14, zmm1
vpandq zmm14, zmm1, zmm0
vmovdqa64 [rdi + 640], zmm14
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm15, zmm1
vpandq zmm15, zmm1, zmm0
vmovdqa64 [rdi + 704], zmm15
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm16, zmm1
vpandq zmm16, zmm1, zmm0
vmovdqa64 [rdi + 768], zmm16
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm17, zmm1
vpandq zmm17, zmm1, zmm0
vmovdqa64 [rdi + 832], zmm17
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm18, zmm1
vpandq zmm18, zmm1, zmm0
vmovdqa64 [rdi + 896], zmm18
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm19, zmm1
vpandq zmm19, zmm1, zmm0
vmovdqa64 [rdi + 960], zmm19
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm20, zmm1
vpandq zmm20, zmm1, zmm0
vmovdqa64 [rdi + 1024], zmm20
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm21, zmm1
vpandq zmm21, zmm1, zmm0
vmovdqa64 [rdi + 1088], zmm21
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm22, zmm1
vpandq zmm22, zmm1, zmm0
vmovdqa64 [rdi + 1152], zmm22
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm6, zmm1
vpandq zmm0, zmm1, zmm0
vmovdqa64 [rdi + 1216], zmm0
ret
.size akeyd_hw_multiply_20, . - akeyd_hw_multiply_20
.p2align 6
.globl akeyd_hw_square_20
.hidden akeyd_hw_square_20
.type akeyd_hw_square_20, @function
# 30 registers
akeyd_hw_square_20:
mov rax, 4503599627370495
vpbroadcastq zmm0, rax
vmovdqa64 zmm1, [rsi + 1280]
vmovdqa64 zmm2, [rdi]
vmovdqa64 zmm3, zmm0
vpmadd52luq zmm3, zmm2, zmm2
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm3, zmm1
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm0, zmm3
vpmadd52huq zmm3, zmm2, zmm2
vmovdqa64 zmm2, [rdi + 64]
vpaddq zmm5, zmm2, zmm2
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm3, zmm4, zmm6
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm4, [rsi]
vpaddq zmm7, zmm3, zmm7
vmovdqa64 zmm3, [rsi + 128]
vmovdqa64 zmm8, zmm0
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vmovdqa64 zmm9, zmm0
vpmadd52luq zmm9, zmm4, zmm6
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 256]
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 384]
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 512]
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 640]
vmovdqa64 zmm16, zmm0
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 704]
vmovdqa64 zmm17, zmm0
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 768]
vmovdqa64 zmm18, zmm0
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 832]
vmovdqa64 zmm19, zmm0
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 896]
vmovdqa64 zmm20, zmm0
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 960]
vmovdqa64 zmm21, zmm0
vpmadd52luq zmm21, zmm4, zmm6
vpmadd52huq zmm21, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 1024]
vmovdqa64 zmm22, zmm0
vpmadd52luq zmm22, zmm4, zmm3
vpmadd52huq zmm22, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 1088]
vmovdqa64 zmm23, zmm0
vpmadd52luq zmm23, zmm4, zmm6
vpmadd52huq zmm23, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 1152]
vmovdqa64 zmm24, zmm0
vpmadd52luq zmm24, zmm4, zmm3
vpmadd52huq zmm24, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 1216]
vmovdqa64 zmm25, zmm0
vpmadd52luq zmm25, zmm4, zmm6
vpmadd52huq zmm25, zmm4, zmm3
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm4, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm7, zmm1
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm2, zmm2
vpmadd52huq zmm7, zmm5, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpaddq zmm8, zmm5, zmm5
vpsrlq zmm4, [rdi + 64], 51
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm7, zmm4, [rdi]
vpmadd52huq zmm9, zmm2, zmm2
vmovdqa64 zmm2, [rsi + 64]
vpmadd52luq zmm7, zmm6, zmm2
vpxord zmm26, zmm26, zmm26
vpmadd52huq zmm26, zmm6, [rsi]
vpaddq zmm26, zmm7, zmm26
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm6, zmm7
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 192]
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm11, zmm6, zmm7
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 320]
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm13, zmm6, zmm7
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 448]
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm15, zmm6, zmm7
vpmadd52huq zmm15, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 576]
vpmadd52luq zmm16, zmm6, zmm2
vpmadd52huq zmm16, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm17, zmm6, zmm7
vpmadd52huq zmm17, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 704]
vpmadd52luq zmm18, zmm6, zmm2
vpmadd52huq zmm18, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm19, zmm6, zmm7
vpmadd52huq zmm19, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 832]
vpmadd52luq zmm20, zmm6, zmm2
vpmadd52huq zmm20, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm21, zmm6, zmm7
vpmadd52huq zmm21, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 960]
vpmadd52luq zmm22, zmm6, zmm2
vpmadd52huq zmm22, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 1024]
vpmadd52luq zmm23, zmm6, zmm7
vpmadd52huq zmm23, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 1088]
vpmadd52luq zmm24, zmm6, zmm2
vpmadd52huq zmm24, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 1152]
vpmadd52luq zmm25, zmm6, zmm7
vpmadd52huq zmm25, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 1216]
vpmadd52luq zmm3, zmm6, zmm2
vpmadd52huq zmm3, zmm6, zmm7
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm6, zmm2
vmovdqa64 zmm2, zmm1
vpmadd52luq zmm2, zmm26, zmm1
vpsrlq zmm26, zmm26, 52
vpaddq zmm26, zmm9, zmm26
vpmadd52luq zmm26, zmm8, [rdi + 64]
vpmadd52huq zmm26, zmm4, [rdi]
vmovdqa64 zmm4, [rdi + 192]
vpaddq zmm9, zmm4, zmm4
vpsrlq zmm6, [rdi + 128], 51
vpaddq zmm6, zmm9, zmm6
vpmadd52luq zmm26, zmm6, [rdi]
vpmadd52luq zmm10, zmm5, zmm5
vpmadd52huq zmm10, zmm8, [rdi + 64]
vpmadd52huq zmm11, zmm5, zmm5
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm26, zmm2, zmm5
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm2, [rsi]
vpaddq zmm8, zmm26, zmm8
vmovdqa64 zmm26, [rsi + 128]
vpmadd52luq zmm10, zmm2, zmm26
vpmadd52huq zmm10, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 192]
vpmadd52luq zmm11, zmm2, zmm5
vpmadd52huq zmm11, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 256]
vpmadd52luq zmm12, zmm2, zmm26
vpmadd52huq zmm12, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 320]
vpmadd52luq zmm13, zmm2, zmm5
vpmadd52huq zmm13, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 384]
vpmadd52luq zmm14, zmm2, zmm26
vpmadd52huq zmm14, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 448]
vpmadd52luq zmm15, zmm2, zmm5
vpmadd52huq zmm15, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 512]
vpmadd52luq zmm16, zmm2, zmm26
vpmadd52huq zmm16, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 576]
vpmadd52luq zmm17, zmm2, zmm5
vpmadd52huq zmm17, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 640]
vpmadd52luq zmm18, zmm2, zmm26
vpmadd52huq zmm18, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 704]
vpmadd52luq zmm19, zmm2, zmm5
vpmadd52huq zmm19, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 768]
vpmadd52luq zmm20, zmm2, zmm26
vpmadd52huq zmm20, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 832]
vpmadd52luq zmm21, zmm2, zmm5
vpmadd52huq zmm21, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 896]
vpmadd52luq zmm22, zmm2, zmm26
vpmadd52huq zmm22, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 960]
vpmadd52luq zmm23, zmm2, zmm5
vpmadd52huq zmm23, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 1024]
vpmadd52luq zmm24, zmm2, zmm26
vpmadd52huq zmm24, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 1088]
vpmadd52luq zmm25, zmm2, zmm5
vpmadd52huq zmm25, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 1152]
vpmadd52luq zmm3, zmm2, zmm26
vpmadd52huq zmm3, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 1216]
vpmadd52luq zmm7, zmm2, zmm5
vpmadd52huq zmm7, zmm2, zmm26
vpxord zmm26, zmm26, zmm26
vpmadd52huq zmm26, zmm2, zmm5
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm8, zmm1
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm6, [rdi + 64]
vpmadd52huq zmm8, zmm6, [rdi]
vmovdqa64 zmm10, [rdi + 256]
vpaddq zmm2, zmm10, zmm10
vpsrlq zmm27, [rdi + 192], 51
vpaddq zmm27, zmm2, zmm27
vpmadd52luq zmm8, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm11, zmm28, zmm9
vpmadd52huq zmm11, zmm6, [rdi + 64]
vpmadd52luq zmm12, zmm4, zmm4
vpmadd52huq zmm12, zmm28, zmm9
vpmadd52huq zmm13, zmm4, zmm4
vmovdqa64 zmm4, [rsi + 64]
vpmadd52luq zmm8, zmm5, zmm4
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm11, zmm5, zmm8
vpmadd52huq zmm11, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 192]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm13, zmm5, zmm8
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 320]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm15, zmm5, zmm8
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 448]
vpmadd52luq zmm16, zmm5, zmm4
vpmadd52huq zmm16, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm17, zmm5, zmm8
vpmadd52huq zmm17, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 576]
vpmadd52luq zmm18, zmm5, zmm4
vpmadd52huq zmm18, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm19, zmm5, zmm8
vpmadd52huq zmm19, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 704]
vpmadd52luq zmm20, zmm5, zmm4
vpmadd52huq zmm20, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm21, zmm5, zmm8
vpmadd52huq zmm21, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 832]
vpmadd52luq zmm22, zmm5, zmm4
vpmadd52huq zmm22, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm23, zmm5, zmm8
vpmadd52huq zmm23, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 960]
vpmadd52luq zmm24, zmm5, zmm4
vpmadd52huq zmm24, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 1024]
vpmadd52luq zmm25, zmm5, zmm8
vpmadd52huq zmm25, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1088]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 1152]
vpmadd52luq zmm7, zmm5, zmm8
vpmadd52huq zmm7, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1216]
vpmadd52luq zmm26, zmm5, zmm4
vpmadd52huq zmm26, zmm5, zmm8
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, zmm1
vpmadd52luq zmm4, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm27, [rdi + 64]
vpmadd52huq zmm9, zmm27, [rdi]
vmovdqa64 zmm11, [rdi + 320]
vpaddq zmm5, zmm11, zmm11
vpsrlq zmm28, [rdi + 256], 51
vpaddq zmm28, zmm5, zmm28
vpmadd52luq zmm9, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm27
vpmadd52huq zmm12, zmm27, [rdi + 64]
vmovdqa64 zmm29, [rdi + 192]
vpmadd52luq zmm13, zmm29, zmm2
vpmadd52huq zmm13, zmm6, zmm27
vpmadd52luq zmm14, zmm10, zmm10
vpmadd52huq zmm14, zmm29, zmm2
vpmadd52huq zmm15, zmm10, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm4, zmm10
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm4, [rsi]
vpaddq zmm2, zmm9, zmm2
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm4, zmm9
vpmadd52huq zmm12, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm4, zmm9
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm4, zmm9
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm4, zmm10
vpmadd52huq zmm17, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm18, zmm4, zmm9
vpmadd52huq zmm18, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm4, zmm10
vpmadd52huq zmm19, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm20, zmm4, zmm9
vpmadd52huq zmm20, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm21, zmm4, zmm10
vpmadd52huq zmm21, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm22, zmm4, zmm9
vpmadd52huq zmm22, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm23, zmm4, zmm10
vpmadd52huq zmm23, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm24, zmm4, zmm9
vpmadd52huq zmm24, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 960]
vpmadd52luq zmm25, zmm4, zmm10
vpmadd52huq zmm25, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm3, zmm4, zmm9
vpmadd52huq zmm3, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 1088]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm26, zmm4, zmm9
vpmadd52huq zmm26, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 1216]
vpmadd52luq zmm8, zmm4, zmm10
vpmadd52huq zmm8, zmm4, zmm9
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm4, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm2, zmm1
vpsrlq zmm2, zmm2, 52
vpaddq zmm2, zmm12, zmm2
vpmadd52luq zmm2, zmm28, [rdi + 64]
vpmadd52huq zmm2, zmm28, [rdi]
vmovdqa64 zmm12, [rdi + 384]
vpaddq zmm4, zmm12, zmm12
vpsrlq zmm29, [rdi + 320], 51
vpaddq zmm29, zmm4, zmm29
vpmadd52luq zmm2, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm13, zmm27, zmm28
vpmadd52huq zmm13, zmm28, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm14, zmm6, zmm28
vpmadd52huq zmm14, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm15, zmm27, zmm5
vpmadd52huq zmm15, zmm6, zmm28
vpmadd52luq zmm16, zmm11, zmm11
vpmadd52huq zmm16, zmm27, zmm5
vpmadd52huq zmm17, zmm11, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm2, zmm10, zmm11
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm10, [rsi]
vpaddq zmm5, zmm2, zmm5
vmovdqa64 zmm2, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm2
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm2
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 384]
vpmadd52luq zmm17, zmm10, zmm2
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 512]
vpmadd52luq zmm19, zmm10, zmm2
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 640]
vpmadd52luq zmm21, zmm10, zmm2
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm22, zmm10, zmm11
vpmadd52huq zmm22, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 768]
vpmadd52luq zmm23, zmm10, zmm2
vpmadd52huq zmm23, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm24, zmm10, zmm11
vpmadd52huq zmm24, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 896]
vpmadd52luq zmm25, zmm10, zmm2
vpmadd52huq zmm25, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 960]
vpmadd52luq zmm3, zmm10, zmm11
vpmadd52huq zmm3, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 1024]
vpmadd52luq zmm7, zmm10, zmm2
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1088]
vpmadd52luq zmm26, zmm10, zmm11
vpmadd52huq zmm26, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 1152]
vpmadd52luq zmm8, zmm10, zmm2
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1216]
vpmadd52luq zmm9, zmm10, zmm11
vpmadd52huq zmm9, zmm10, zmm2
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm5, zmm1
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm13, zmm5
vpmadd52luq zmm5, zmm29, [rdi + 64]
vpmadd52huq zmm5, zmm29, [rdi]
vmovdqa64 zmm13, [rdi + 448]
vpaddq zmm10, zmm13, zmm13
vpsrlq zmm27, [rdi + 384], 51
vpaddq zmm27, zmm10, zmm27
vpmadd52luq zmm5, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm14, zmm28, zmm29
vpmadd52huq zmm14, zmm29, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm15, zmm6, zmm29
vpmadd52huq zmm15, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 256]
vpmadd52luq zmm16, zmm28, zmm29
vpmadd52huq zmm16, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm17, zmm6, zmm4
vpmadd52huq zmm17, zmm28, zmm29
vpmadd52luq zmm18, zmm12, zmm12
vpmadd52huq zmm18, zmm6, zmm4
vpmadd52huq zmm19, zmm12, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm5, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm5
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm16, zmm11, zmm5
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm18, zmm11, zmm5
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm20, zmm11, zmm5
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm22, zmm11, zmm5
vpmadd52huq zmm22, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm23, zmm11, zmm12
vpmadd52huq zmm23, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm24, zmm11, zmm5
vpmadd52huq zmm24, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm25, zmm11, zmm12
vpmadd52huq zmm25, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm3, zmm11, zmm5
vpmadd52huq zmm3, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 960]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 1024]
vpmadd52luq zmm26, zmm11, zmm5
vpmadd52huq zmm26, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1088]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 1152]
vpmadd52luq zmm9, zmm11, zmm5
vpmadd52huq zmm9, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1216]
vpmadd52luq zmm2, zmm11, zmm12
vpmadd52huq zmm2, zmm11, zmm5
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm27, [rdi + 64]
vpmadd52huq zmm4, zmm27, [rdi]
vmovdqa64 zmm14, [rdi + 512]
vpaddq zmm11, zmm14, zmm14
vpsrlq zmm6, [rdi + 448], 51
vpaddq zmm6, zmm11, zmm6
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm15, zmm29, zmm27
vpmadd52huq zmm15, zmm27, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm16, zmm28, zmm27
vpmadd52huq zmm16, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm17, zmm29, zmm27
vpmadd52huq zmm17, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm18, zmm28, zmm27
vpmadd52huq zmm18, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm19, zmm29, zmm10
vpmadd52huq zmm19, zmm28, zmm27
vpmadd52luq zmm20, zmm13, zmm13
vpmadd52huq zmm20, zmm29, zmm10
vpmadd52huq zmm21, zmm13, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm12, [rsi]
vpaddq zmm10, zmm4, zmm10
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm17, zmm12, zmm4
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm19, zmm12, zmm4
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm21, zmm12, zmm4
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm22, zmm12, zmm13
vpmadd52huq zmm22, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm23, zmm12, zmm4
vpmadd52huq zmm23, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm24, zmm12, zmm13
vpmadd52huq zmm24, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm25, zmm12, zmm4
vpmadd52huq zmm25, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm3, zmm12, zmm13
vpmadd52huq zmm3, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 960]
vpmadd52luq zmm26, zmm12, zmm13
vpmadd52huq zmm26, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1088]
vpmadd52luq zmm9, zmm12, zmm13
vpmadd52huq zmm9, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm2, zmm12, zmm4
vpmadd52huq zmm2, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1216]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm10, zmm1
vpsrlq zmm10, zmm10, 52
vpaddq zmm10, zmm15, zmm10
vpmadd52luq zmm10, zmm6, [rdi + 64]
vpmadd52huq zmm10, zmm6, [rdi]
vmovdqa64 zmm15, [rdi + 576]
vpaddq zmm12, zmm15, zmm15
vpsrlq zmm29, [rdi + 512], 51
vpaddq zmm29, zmm12, zmm29
vpmadd52luq zmm10, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm16, zmm27, zmm6
vpmadd52huq zmm16, zmm6, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm17, zmm28, zmm6
vpmadd52huq zmm17, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm18, zmm27, zmm6
vpmadd52huq zmm18, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm19, zmm28, zmm6
vpmadd52huq zmm19, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 384]
vpmadd52luq zmm20, zmm27, zmm6
vpmadd52huq zmm20, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 448]
vpmadd52luq zmm21, zmm28, zmm11
vpmadd52huq zmm21, zmm27, zmm6
vpmadd52luq zmm22, zmm14, zmm14
vpmadd52huq zmm22, zmm28, zmm11
vpmadd52huq zmm23, zmm14, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm10, zmm13, zmm14
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm13, [rsi]
vpaddq zmm11, zmm10, zmm11
vmovdqa64 zmm10, [rsi + 128]
vpmadd52luq zmm16, zmm13, zmm10
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm18, zmm13, zmm10
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 384]
vpmadd52luq zmm20, zmm13, zmm10
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 512]
vpmadd52luq zmm22, zmm13, zmm10
vpmadd52huq zmm22, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm23, zmm13, zmm14
vpmadd52huq zmm23, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 640]
vpmadd52luq zmm24, zmm13, zmm10
vpmadd52huq zmm24, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm25, zmm13, zmm14
vpmadd52huq zmm25, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 768]
vpmadd52luq zmm3, zmm13, zmm10
vpmadd52huq zmm3, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 896]
vpmadd52luq zmm26, zmm13, zmm10
vpmadd52huq zmm26, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 960]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 1024]
vpmadd52luq zmm9, zmm13, zmm10
vpmadd52huq zmm9, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1088]
vpmadd52luq zmm2, zmm13, zmm14
vpmadd52huq zmm2, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 1152]
vpmadd52luq zmm5, zmm13, zmm10
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1216]
vpmadd52luq zmm4, zmm13, zmm14
vpmadd52huq zmm4, zmm13, zmm10
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm11, zmm1
vpsrlq zmm11, zmm11, 52
vpaddq zmm11, zmm16, zmm11
vpmadd52luq zmm11, zmm29, [rdi + 64]
vpmadd52huq zmm11, zmm29, [rdi]
vmovdqa64 zmm16, [rdi + 640]
vpaddq zmm13, zmm16, zmm16
vpsrlq zmm28, [rdi + 576], 51
vpaddq zmm28, zmm13, zmm28
vpmadd52luq zmm11, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm17, zmm6, zmm29
vpmadd52huq zmm17, zmm29, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm18, zmm27, zmm29
vpmadd52huq zmm18, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm19, zmm6, zmm29
vpmadd52huq zmm19, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm20, zmm27, zmm29
vpmadd52huq zmm20, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm21, zmm6, zmm29
vpmadd52huq zmm21, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm22, zmm27, zmm29
vpmadd52huq zmm22, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm23, zmm6, zmm12
vpmadd52huq zmm23, zmm27, zmm29
vpmadd52luq zmm24, zmm15, zmm15
vpmadd52huq zmm24, zmm6, zmm12
vpmadd52huq zmm25, zmm15, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm11, zmm14, zmm15
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm14, [rsi]
vpaddq zmm12, zmm11, zmm12
vmovdqa64 zmm11, [rsi + 128]
vpmadd52luq zmm17, zmm14, zmm11
vpmadd52huq zmm17, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 256]
vpmadd52luq zmm19, zmm14, zmm11
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 384]
vpmadd52luq zmm21, zmm14, zmm11
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm22, zmm14, zmm15
vpmadd52huq zmm22, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 512]
vpmadd52luq zmm23, zmm14, zmm11
vpmadd52huq zmm23, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm24, zmm14, zmm15
vpmadd52huq zmm24, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 640]
vpmadd52luq zmm25, zmm14, zmm11
vpmadd52huq zmm25, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm3, zmm14, zmm15
vpmadd52huq zmm3, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 768]
vpmadd52luq zmm7, zmm14, zmm11
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm26, zmm14, zmm15
vpmadd52huq zmm26, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 896]
vpmadd52luq zmm8, zmm14, zmm11
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 960]
vpmadd52luq zmm9, zmm14, zmm15
vpmadd52huq zmm9, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 1024]
vpmadd52luq zmm2, zmm14, zmm11
vpmadd52huq zmm2, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1088]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 1152]
vpmadd52luq zmm4, zmm14, zmm11
vpmadd52huq zmm4, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1216]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm11
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm12, zmm1
vpsrlq zmm12, zmm12, 52
vpaddq zmm12, zmm17, zmm12
vpmadd52luq zmm12, zmm28, [rdi + 64]
vpmadd52huq zmm12, zmm28, [rdi]
vmovdqa64 zmm17, [rdi + 704]
vpaddq zmm14, zmm17, zmm17
vpsrlq zmm6, [rdi + 640], 51
vpaddq zmm6, zmm14, zmm6
vpmadd52luq zmm12, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm18, zmm29, zmm28
vpmadd52huq zmm18, zmm28, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm19, zmm27, zmm28
vpmadd52huq zmm19, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm20, zmm29, zmm28
vpmadd52huq zmm20, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm21, zmm27, zmm28
vpmadd52huq zmm21, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm22, zmm29, zmm28
vpmadd52huq zmm22, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm23, zmm27, zmm28
vpmadd52huq zmm23, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 512]
vpmadd52luq zmm24, zmm29, zmm28
vpmadd52huq zmm24, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 576]
vpmadd52luq zmm25, zmm27, zmm13
vpmadd52huq zmm25, zmm29, zmm28
vpmadd52luq zmm3, zmm16, zmm16
vpmadd52huq zmm3, zmm27, zmm13
vpmadd52huq zmm7, zmm16, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm12, zmm15, zmm16
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm15, [rsi]
vpaddq zmm13, zmm12, zmm13
vmovdqa64 zmm12, [rsi + 128]
vpmadd52luq zmm18, zmm15, zmm12
vpmadd52huq zmm18, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 256]
vpmadd52luq zmm20, zmm15, zmm12
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 384]
vpmadd52luq zmm22, zmm15, zmm12
vpmadd52huq zmm22, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm23, zmm15, zmm16
vpmadd52huq zmm23, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 512]
vpmadd52luq zmm24, zmm15, zmm12
vpmadd52huq zmm24, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm25, zmm15, zmm16
vpmadd52huq zmm25, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 640]
vpmadd52luq zmm3, zmm15, zmm12
vpmadd52huq zmm3, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm7, zmm15, zmm16
vpmadd52huq zmm7, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 768]
vpmadd52luq zmm26, zmm15, zmm12
vpmadd52huq zmm26, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 896]
vpmadd52luq zmm9, zmm15, zmm12
vpmadd52huq zmm9, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 960]
vpmadd52luq zmm2, zmm15, zmm16
vpmadd52huq zmm2, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 1024]
vpmadd52luq zmm5, zmm15, zmm12
vpmadd52huq zmm5, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1088]
vpmadd52luq zmm4, zmm15, zmm16
vpmadd52huq zmm4, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 1152]
vpmadd52luq zmm10, zmm15, zmm12
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1216]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm12
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, zmm1
vpmadd52luq zmm16, zmm13, zmm1
vpsrlq zmm13, zmm13, 52
vpaddq zmm13, zmm18, zmm13
vpmadd52luq zmm13, zmm6, [rdi + 64]
vpmadd52huq zmm13, zmm6, [rdi]
vmovdqa64 zmm18, [rdi + 768]
vpaddq zmm15, zmm18, zmm18
vpsrlq zmm27, [rdi + 704], 51
vpaddq zmm27, zmm15, zmm27
vpmadd52luq zmm13, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm19, zmm28, zmm6
vpmadd52huq zmm19, zmm6, [rdi + 64]
vmovdqa64 zmm29, [rdi + 192]
vpmadd52luq zmm20, zmm29, zmm6
vpmadd52huq zmm20, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 256]
vpmadd52luq zmm21, zmm28, zmm6
vpmadd52huq zmm21, zmm29, zmm6
vmovdqa64 zmm29, [rdi + 320]
vpmadd52luq zmm22, zmm29, zmm6
vpmadd52huq zmm22, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 384]
vpmadd52luq zmm23, zmm28, zmm6
vpmadd52huq zmm23, zmm29, zmm6
vmovdqa64 zmm29, [rdi + 448]
vpmadd52luq zmm24, zmm29, zmm6
vpmadd52huq zmm24, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 512]
vpmadd52luq zmm25, zmm28, zmm6
vpmadd52huq zmm25, zmm29, zmm6
vmovdqa64 zmm29, [rdi + 576]
vpmadd52luq zmm3, zmm29, zmm6
vpmadd52huq zmm3, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 640]
vpmadd52luq zmm7, zmm28, zmm14
vpmadd52huq zmm7, zmm29, zmm6
vpmadd52luq zmm26, zmm17, zmm17
vpmadd52huq zmm26, zmm28, zmm14
vpmadd52huq zmm8, zmm17, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm13, zmm16, zmm17
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm16, [rsi]
vpaddq zmm14, zmm13, zmm14
vmovdqa64 zmm13, [rsi + 128]
vpmadd52luq zmm19, zmm16, zmm13
vpmadd52huq zmm19, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 256]
vpmadd52luq zmm21, zmm16, zmm13
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm22, zmm16, zmm17
vpmadd52huq zmm22, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 384]
vpmadd52luq zmm23, zmm16, zmm13
vpmadd52huq zmm23, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm24, zmm16, zmm17
vpmadd52huq zmm24, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 512]
vpmadd52luq zmm25, zmm16, zmm13
vpmadd52huq zmm25, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm3, zmm16, zmm17
vpmadd52huq zmm3, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 640]
vpmadd52luq zmm7, zmm16, zmm13
vpmadd52huq zmm7, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm26, zmm16, zmm17
vpmadd52huq zmm26, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 768]
vpmadd52luq zmm8, zmm16, zmm13
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm9, zmm16, zmm17
vpmadd52huq zmm9, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 896]
vpmadd52luq zmm2, zmm16, zmm13
vpmadd52huq zmm2, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 960]
vpmadd52luq zmm5, zmm16, zmm17
vpmadd52huq zmm5, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 1024]
vpmadd52luq zmm4, zmm16, zmm13
vpmadd52huq zmm4, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1088]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 1152]
vpmadd52luq zmm11, zmm16, zmm13
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1216]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm16, zmm13
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm17, zmm1
vpmadd52luq zmm17, zmm14, zmm1
vpsrlq zmm14, zmm14, 52
vpaddq zmm14, zmm19, zmm14
vpmadd52luq zmm14, zmm27, [rdi + 64]
vpmadd52huq zmm14, zmm27, [rdi]
vmovdqa64 zmm19, [rdi + 832]
vpaddq zmm16, zmm19, zmm19
vpsrlq zmm28, [rdi + 768], 51
vpaddq zmm28, zmm16, zmm28
vpmadd52luq zmm14, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm20, zmm6, zmm27
vpmadd52huq zmm20, zmm27, [rdi + 64]
vmovdqa64 zmm29, [rdi + 192]
vpmadd52luq zmm21, zmm29, zmm27
vpmadd52huq zmm21, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm22, zmm6, zmm27
vpmadd52huq zmm22, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 320]
vpmadd52luq zmm23, zmm29, zmm27
vpmadd52huq zmm23, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm24, zmm6, zmm27
vpmadd52huq zmm24, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 448]
vpmadd52luq zmm25, zmm29, zmm27
vpmadd52huq zmm25, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm3, zmm6, zmm27
vpmadd52huq zmm3, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 576]
vpmadd52luq zmm7, zmm29, zmm27
vpmadd52huq zmm7, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm26, zmm6, zmm27
vpmadd52huq zmm26, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 704]
vpmadd52luq zmm8, zmm29, zmm15
vpmadd52huq zmm8, zmm6, zmm27
vpmadd52luq zmm9, zmm18, zmm18
vpmadd52huq zmm9, zmm29, zmm15
vpmadd52huq zmm2, zmm18, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm14, zmm17, zmm18
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm17, [rsi]
vpaddq zmm15, zmm14, zmm15
vmovdqa64 zmm14, [rsi + 128]
vpmadd52luq zmm20, zmm17, zmm14
vpmadd52huq zmm20, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 256]
vpmadd52luq zmm22, zmm17, zmm14
vpmadd52huq zmm22, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm23, zmm17, zmm18
vpmadd52huq zmm23, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 384]
vpmadd52luq zmm24, zmm17, zmm14
vpmadd52huq zmm24, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm25, zmm17, zmm18
vpmadd52huq zmm25, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 512]
vpmadd52luq zmm3, zmm17, zmm14
vpmadd52huq zmm3, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm7, zmm17, zmm18
vpmadd52huq zmm7, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 640]
vpmadd52luq zmm26, zmm17, zmm14
vpmadd52huq zmm26, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 768]
vpmadd52luq zmm9, zmm17, zmm14
vpmadd52huq zmm9, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm2, zmm17, zmm18
vpmadd52huq zmm2, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 896]
vpmadd52luq zmm5, zmm17, zmm14
vpmadd52huq zmm5, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 960]
vpmadd52luq zmm4, zmm17, zmm18
vpmadd52huq zmm4, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 1024]
vpmadd52luq zmm10, zmm17, zmm14
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1088]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 1152]
vpmadd52luq zmm12, zmm17, zmm14
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1216]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm17, zmm14
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm18, zmm1
vpmadd52luq zmm18, zmm15, zmm1
vpsrlq zmm15, zmm15, 52
vpaddq zmm15, zmm20, zmm15
vpmadd52luq zmm15, zmm28, [rdi + 64]
vpmadd52huq zmm15, zmm28, [rdi]
vmovdqa64 zmm20, [rdi + 896]
vpaddq zmm17, zmm20, zmm20
vpsrlq zmm29, [rdi + 832], 51
vpaddq zmm29, zmm17, zmm29
vpmadd52luq zmm15, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm21, zmm27, zmm28
vpmadd52huq zmm21, zmm28, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm22, zmm6, zmm28
vpmadd52huq zmm22, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm23, zmm27, zmm28
vpmadd52huq zmm23, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm24, zmm6, zmm28
vpmadd52huq zmm24, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 384]
vpmadd52luq zmm25, zmm27, zmm28
vpmadd52huq zmm25, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 448]
vpmadd52luq zmm3, zmm6, zmm28
vpmadd52huq zmm3, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 512]
vpmadd52luq zmm7, zmm27, zmm28
vpmadd52huq zmm7, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 576]
vpmadd52luq zmm26, zmm6, zmm28
vpmadd52huq zmm26, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 640]
vpmadd52luq zmm8, zmm27, zmm28
vpmadd52huq zmm8, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 704]
vpmadd52luq zmm9, zmm6, zmm28
vpmadd52huq zmm9, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 768]
vpmadd52luq zmm2, zmm27, zmm16
vpmadd52huq zmm2, zmm6, zmm28
vpmadd52luq zmm5, zmm19, zmm19
vpmadd52huq zmm5, zmm27, zmm16
vpmadd52huq zmm4, zmm19, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm15, zmm18, zmm19
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm18, [rsi]
vpaddq zmm16, zmm15, zmm16
vmovdqa64 zmm15, [rsi + 128]
vpmadd52luq zmm21, zmm18, zmm15
vpmadd52huq zmm21, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm22, zmm18, zmm19
vpmadd52huq zmm22, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 256]
vpmadd52luq zmm23, zmm18, zmm15
vpmadd52huq zmm23, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm24, zmm18, zmm19
vpmadd52huq zmm24, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 384]
vpmadd52luq zmm25, zmm18, zmm15
vpmadd52huq zmm25, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm3, zmm18, zmm19
vpmadd52huq zmm3, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 512]
vpmadd52luq zmm7, zmm18, zmm15
vpmadd52huq zmm7, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm26, zmm18, zmm19
vpmadd52huq zmm26, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 640]
vpmadd52luq zmm8, zmm18, zmm15
vpmadd52huq zmm8, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm9, zmm18, zmm19
vpmadd52huq zmm9, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 768]
vpmadd52luq zmm2, zmm18, zmm15
vpmadd52huq zmm2, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm5, zmm18, zmm19
vpmadd52huq zmm5, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 896]
vpmadd52luq zmm4, zmm18, zmm15
vpmadd52huq zmm4, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 960]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 1024]
vpmadd52luq zmm11, zmm18, zmm15
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1088]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 1152]
vpmadd52luq zmm13, zmm18, zmm15
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1216]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm18, zmm15
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm19, zmm1
vpmadd52luq zmm19, zmm16, zmm1
vpsrlq zmm16, zmm16, 52
vpaddq zmm16, zmm21, zmm16
vpmadd52luq zmm16, zmm29, [rdi + 64]
vpmadd52huq zmm16, zmm29, [rdi]
vmovdqa64 zmm21, [rdi + 960]
vpaddq zmm18, zmm21, zmm21
vpsrlq zmm27, [rdi + 896], 51
vpaddq zmm27, zmm18, zmm27
vpmadd52luq zmm16, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm22, zmm28, zmm29
vpmadd52huq zmm22, zmm29, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm23, zmm6, zmm29
vpmadd52huq zmm23, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 256]
vpmadd52luq zmm24, zmm28, zmm29
vpmadd52huq zmm24, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm25, zmm6, zmm29
vpmadd52huq zmm25, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 384]
vpmadd52luq zmm3, zmm28, zmm29
vpmadd52huq zmm3, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 448]
vpmadd52luq zmm7, zmm6, zmm29
vpmadd52huq zmm7, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 512]
vpmadd52luq zmm26, zmm28, zmm29
vpmadd52huq zmm26, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 576]
vpmadd52luq zmm8, zmm6, zmm29
vpmadd52huq zmm8, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 640]
vpmadd52luq zmm9, zmm28, zmm29
vpmadd52huq zmm9, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 704]
vpmadd52luq zmm2, zmm6, zmm29
vpmadd52huq zmm2, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 768]
vpmadd52luq zmm5, zmm28, zmm29
vpmadd52huq zmm5, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 832]
vpmadd52luq zmm4, zmm6, zmm17
vpmadd52huq zmm4, zmm28, zmm29
vpmadd52luq zmm10, zmm20, zmm20
vpmadd52huq zmm10, zmm6, zmm17
vpmadd52huq zmm11, zmm20, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm16, zmm19, zmm20
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm19, [rsi]
vpaddq zmm17, zmm16, zmm17
vmovdqa64 zmm16, [rsi + 128]
vpmadd52luq zmm22, zmm19, zmm16
vpmadd52huq zmm22, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm23, zmm19, zmm20
vpmadd52huq zmm23, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 256]
vpmadd52luq zmm24, zmm19, zmm16
vpmadd52huq zmm24, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm25, zmm19, zmm20
vpmadd52huq zmm25, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 384]
vpmadd52luq zmm3, zmm19, zmm16
vpmadd52huq zmm3, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm7, zmm19, zmm20
vpmadd52huq zmm7, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 512]
vpmadd52luq zmm26, zmm19, zmm16
vpmadd52huq zmm26, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm8, zmm19, zmm20
vpmadd52huq zmm8, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 640]
vpmadd52luq zmm9, zmm19, zmm16
vpmadd52huq zmm9, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm2, zmm19, zmm20
vpmadd52huq zmm2, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 768]
vpmadd52luq zmm5, zmm19, zmm16
vpmadd52huq zmm5, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm4, zmm19, zmm20
vpmadd52huq zmm4, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 896]
vpmadd52luq zmm10, zmm19, zmm16
vpmadd52huq zmm10, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 960]
vpmadd52luq zmm11, zmm19, zmm20
vpmadd52huq zmm11, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 1024]
vpmadd52luq zmm12, zmm19, zmm16
vpmadd52huq zmm12, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1088]
vpmadd52luq zmm13, zmm19, zmm20
vpmadd52huq zmm13, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 1152]
vpmadd52luq zmm14, zmm19, zmm16
vpmadd52huq zmm14, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1216]
vpmadd52luq zmm15, zmm19, zmm20
vpmadd52huq zmm15, zmm19, zmm16
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm19, zmm20
vmovdqa64 zmm20, zmm1
vpmadd52luq zmm20, zmm17, zmm1
vpsrlq zmm17, zmm17, 52
vpaddq zmm17, zmm22, zmm17
vpmadd52luq zmm17, zmm27, [rdi + 64]
vpmadd52huq zmm17, zmm27, [rdi]
vmovdqa64 zmm22, [rdi + 1024]
vpaddq zmm19, zmm22, zmm22
vpsrlq zmm6, [rdi + 960], 51
vpaddq zmm6, zmm19, zmm6
vpmadd52luq zmm17, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm23, zmm29, zmm27
vpmadd52huq zmm23, zmm27, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm24, zmm28, zmm27
vpmadd52huq zmm24, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm25, zmm29, zmm27
vpmadd52huq zmm25, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm3, zmm28, zmm27
vpmadd52huq zmm3, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm7, zmm29, zmm27
vpmadd52huq zmm7, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 448]
vpmadd52luq zmm26, zmm28, zmm27
vpmadd52huq zmm26, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 512]
vpmadd52luq zmm8, zmm29, zmm27
vpmadd52huq zmm8, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 576]
vpmadd52luq zmm9, zmm28, zmm27
vpmadd52huq zmm9, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 640]
vpmadd52luq zmm2, zmm29, zmm27
vpmadd52huq zmm2, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 704]
vpmadd52luq zmm5, zmm28, zmm27
vpmadd52huq zmm5, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 768]
vpmadd52luq zmm4, zmm29, zmm27
vpmadd52huq zmm4, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 832]
vpmadd52luq zmm10, zmm28, zmm27
vpmadd52huq zmm10, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 896]
vpmadd52luq zmm11, zmm29, zmm18
vpmadd52huq zmm11, zmm28, zmm27
vpmadd52luq zmm12, zmm21, zmm21
vpmadd52huq zmm12, zmm29, zmm18
vpmadd52huq zmm13, zmm21, zmm21
vmovdqa64 zmm21, [rsi + 64]
vpmadd52luq zmm17, zmm20, zmm21
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm20, [rsi]
vpaddq zmm18, zmm17, zmm18
vmovdqa64 zmm17, [rsi + 128]
vpmadd52luq zmm23, zmm20, zmm17
vpmadd52huq zmm23, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 192]
vpmadd52luq zmm24, zmm20, zmm21
vpmadd52huq zmm24, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 256]
vpmadd52luq zmm25, zmm20, zmm17
vpmadd52huq zmm25, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 320]
vpmadd52luq zmm3, zmm20, zmm21
vpmadd52huq zmm3, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 384]
vpmadd52luq zmm7, zmm20, zmm17
vpmadd52huq zmm7, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 448]
vpmadd52luq zmm26, zmm20, zmm21
vpmadd52huq zmm26, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 512]
vpmadd52luq zmm8, zmm20, zmm17
vpmadd52huq zmm8, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 576]
vpmadd52luq zmm9, zmm20, zmm21
vpmadd52huq zmm9, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 640]
vpmadd52luq zmm2, zmm20, zmm17
vpmadd52huq zmm2, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 704]
vpmadd52luq zmm5, zmm20, zmm21
vpmadd52huq zmm5, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 768]
vpmadd52luq zmm4, zmm20, zmm17
vpmadd52huq zmm4, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 832]
vpmadd52luq zmm10, zmm20, zmm21
vpmadd52huq zmm10, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 896]
vpmadd52luq zmm11, zmm20, zmm17
vpmadd52huq zmm11, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 960]
vpmadd52luq zmm12, zmm20, zmm21
vpmadd52huq zmm12, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 1024]
vpmadd52luq zmm13, zmm20, zmm17
vpmadd52huq zmm13, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1088]
vpmadd52luq zmm14, zmm20, zmm21
vpmadd52huq zmm14, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 1152]
vpmadd52luq zmm15, zmm20, zmm17
vpmadd52huq zmm15, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1216]
vpmadd52luq zmm16, zmm20, zmm21
vpmadd52huq zmm16, zmm20, zmm17
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm20, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm18, zmm1
vpsrlq zmm18, zmm18, 52
vpaddq zmm18, zmm23, zmm18
vpmadd52luq zmm18, zmm6, [rdi + 64]
vpmadd52huq zmm18, zmm6, [rdi]
vmovdqa64 zmm23, [rdi + 1088]
vpaddq zmm20, zmm23, zmm23
vpsrlq zmm29, [rdi + 1024], 51
vpaddq zmm29, zmm20, zmm29
vpmadd52luq zmm18, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm24, zmm27, zmm6
vpmadd52huq zmm24, zmm6, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm25, zmm28, zmm6
vpmadd52huq zmm25, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm3, zmm27, zmm6
vpmadd52huq zmm3, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm7, zmm28, zmm6
vpmadd52huq zmm7, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 384]
vpmadd52luq zmm26, zmm27, zmm6
vpmadd52huq zmm26, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 448]
vpmadd52luq zmm8, zmm28, zmm6
vpmadd52huq zmm8, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 512]
vpmadd52luq zmm9, zmm27, zmm6
vpmadd52huq zmm9, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 576]
vpmadd52luq zmm2, zmm28, zmm6
vpmadd52huq zmm2, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 640]
vpmadd52luq zmm5, zmm27, zmm6
vpmadd52huq zmm5, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 704]
vpmadd52luq zmm4, zmm28, zmm6
vpmadd52huq zmm4, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 768]
vpmadd52luq zmm10, zmm27, zmm6
vpmadd52huq zmm10, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 832]
vpmadd52luq zmm11, zmm28, zmm6
vpmadd52huq zmm11, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 896]
vpmadd52luq zmm12, zmm27, zmm6
vpmadd52huq zmm12, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 960]
vpmadd52luq zmm13, zmm28, zmm19
vpmadd52huq zmm13, zmm27, zmm6
vpmadd52luq zmm14, zmm22, zmm22
vpmadd52huq zmm14, zmm28, zmm19
vpmadd52huq zmm15, zmm22, zmm22
vmovdqa64 zmm22, [rsi + 64]
vpmadd52luq zmm18, zmm21, zmm22
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm21, [rsi]
vpaddq zmm19, zmm18, zmm19
vmovdqa64 zmm18, [rsi + 128]
vpmadd52luq zmm24, zmm21, zmm18
vpmadd52huq zmm24, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 192]
vpmadd52luq zmm25, zmm21, zmm22
vpmadd52huq zmm25, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 256]
vpmadd52luq zmm3, zmm21, zmm18
vpmadd52huq zmm3, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 320]
vpmadd52luq zmm7, zmm21, zmm22
vpmadd52huq zmm7, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 384]
vpmadd52luq zmm26, zmm21, zmm18
vpmadd52huq zmm26, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 448]
vpmadd52luq zmm8, zmm21, zmm22
vpmadd52huq zmm8, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 512]
vpmadd52luq zmm9, zmm21, zmm18
vpmadd52huq zmm9, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 576]
vpmadd52luq zmm2, zmm21, zmm22
vpmadd52huq zmm2, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 640]
vpmadd52luq zmm5, zmm21, zmm18
vpmadd52huq zmm5, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 704]
vpmadd52luq zmm4, zmm21, zmm22
vpmadd52huq zmm4, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 768]
vpmadd52luq zmm10, zmm21, zmm18
vpmadd52huq zmm10, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 832]
vpmadd52luq zmm11, zmm21, zmm22
vpmadd52huq zmm11, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 896]
vpmadd52luq zmm12, zmm21, zmm18
vpmadd52huq zmm12, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 960]
vpmadd52luq zmm13, zmm21, zmm22
vpmadd52huq zmm13, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 1024]
vpmadd52luq zmm14, zmm21, zmm18
vpmadd52huq zmm14, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1088]
vpmadd52luq zmm15, zmm21, zmm22
vpmadd52huq zmm15, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 1152]
vpmadd52luq zmm16, zmm21, zmm18
vpmadd52huq zmm16, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1216]
vpmadd52luq zmm17, zmm21, zmm22
vpmadd52huq zmm17, zmm21, zmm18
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm21, zmm22
vmovdqa64 zmm22, zmm1
vpmadd52luq zmm22, zmm19, zmm1
vpsrlq zmm19, zmm19, 52
vpaddq zmm19, zmm24, zmm19
vpmadd52luq zmm19, zmm29, [rdi + 64]
vpmadd52huq zmm19, zmm29, [rdi]
vmovdqa64 zmm24, [rdi + 1152]
vpaddq zmm21, zmm24, zmm24
vpsrlq zmm28, [rdi + 1088], 51
vpaddq zmm28, zmm21, zmm28
vpmadd52luq zmm19, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm25, zmm6, zmm29
vpmadd52huq zmm25, zmm29, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm3, zmm27, zmm29
vpmadd52huq zmm3, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm7, zmm6, zmm29
vpmadd52huq zmm7, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm26, zmm27, zmm29
vpmadd52huq zmm26, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm8, zmm6, zmm29
vpmadd52huq zmm8, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm9, zmm27, zmm29
vpmadd52huq zmm9, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm2, zmm6, zmm29
vpmadd52huq zmm2, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 576]
vpmadd52luq zmm5, zmm27, zmm29
vpmadd52huq zmm5, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm4, zmm6, zmm29
vpmadd52huq zmm4, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 704]
vpmadd52luq zmm10, zmm27, zmm29
vpmadd52huq zmm10, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm11, zmm6, zmm29
vpmadd52huq zmm11, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 832]
vpmadd52luq zmm12, zmm27, zmm29
vpmadd52huq zmm12, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm13, zmm6, zmm29
vpmadd52huq zmm13, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 960]
vpmadd52luq zmm14, zmm27, zmm29
vpmadd52huq zmm14, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 1024]
vpmadd52luq zmm15, zmm6, zmm20
vpmadd52huq zmm15, zmm27, zmm29
vpmadd52luq zmm16, zmm23, zmm23
vpmadd52huq zmm16, zmm6, zmm20
vpmadd52huq zmm17, zmm23, zmm23
vmovdqa64 zmm23, [rsi + 64]
vpmadd52luq zmm19, zmm22, zmm23
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm22, [rsi]
vpaddq zmm20, zmm19, zmm20
vmovdqa64 zmm19, [rsi + 128]
vpmadd52luq zmm25, zmm22, zmm19
vpmadd52huq zmm25, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 192]
vpmadd52luq zmm3, zmm22, zmm23
vpmadd52huq zmm3, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 256]
vpmadd52luq zmm7, zmm22, zmm19
vpmadd52huq zmm7, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 320]
vpmadd52luq zmm26, zmm22, zmm23
vpmadd52huq zmm26, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 384]
vpmadd52luq zmm8, zmm22, zmm19
vpmadd52huq zmm8, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 448]
vpmadd52luq zmm9, zmm22, zmm23
vpmadd52huq zmm9, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 512]
vpmadd52luq zmm2, zmm22, zmm19
vpmadd52huq zmm2, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 576]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 640]
vpmadd52luq zmm4, zmm22, zmm19
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 704]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 768]
vpmadd52luq zmm11, zmm22, zmm19
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 832]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 896]
vpmadd52luq zmm13, zmm22, zmm19
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 960]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 1024]
vpmadd52luq zmm15, zmm22, zmm19
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1088]
vpmadd52luq zmm16, zmm22, zmm23
vpmadd52huq zmm16, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 1152]
vpmadd52luq zmm17, zmm22, zmm19
vpmadd52huq zmm17, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1216]
vpmadd52luq zmm18, zmm22, zmm23
vpmadd52huq zmm18, zmm22, zmm19
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm22, zmm23
vmovdqa64 zmm23, zmm1
vpmadd52luq zmm23, zmm20, zmm1
vpsrlq zmm20, zmm20, 52
vpaddq zmm20, zmm25, zmm20
vpmadd52luq zmm20, zmm28, [rdi + 64]
vpmadd52huq zmm20, zmm28, [rdi]
vmovdqa64 zmm25, [rdi + 1216]
vpaddq zmm22, zmm25, zmm25
vpsrlq zmm6, [rdi + 1152], 51
vpaddq zmm6, zmm22, zmm6
vpmadd52luq zmm20, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm3, zmm29, zmm28
vpmadd52huq zmm3, zmm28, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm7, zmm27, zmm28
vpmadd52huq zmm7, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm26, zmm29, zmm28
vpmadd52huq zmm26, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm8, zmm27, zmm28
vpmadd52huq zmm8, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm9, zmm29, zmm28
vpmadd52huq zmm9, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm2, zmm27, zmm28
vpmadd52huq zmm2, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 512]
vpmadd52luq zmm5, zmm29, zmm28
vpmadd52huq zmm5, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 576]
vpmadd52luq zmm4, zmm27, zmm28
vpmadd52huq zmm4, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 640]
vpmadd52luq zmm10, zmm29, zmm28
vpmadd52huq zmm10, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 704]
vpmadd52luq zmm11, zmm27, zmm28
vpmadd52huq zmm11, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 768]
vpmadd52luq zmm12, zmm29, zmm28
vpmadd52huq zmm12, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 832]
vpmadd52luq zmm13, zmm27, zmm28
vpmadd52huq zmm13, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 896]
vpmadd52luq zmm14, zmm29, zmm28
vpmadd52huq zmm14, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 960]
vpmadd52luq zmm15, zmm27, zmm28
vpmadd52huq zmm15, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 1024]
vpmadd52luq zmm16, zmm29, zmm28
vpmadd52huq zmm16, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 1088]
vpmadd52luq zmm17, zmm27, zmm21
vpmadd52huq zmm17, zmm29, zmm28
vpmadd52luq zmm18, zmm24, zmm24
vpmadd52huq zmm18, zmm27, zmm21
vpmadd52huq zmm19, zmm24, zmm24
vmovdqa64 zmm24, [rsi + 64]
vpmadd52luq zmm20, zmm23, zmm24
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm23, [rsi]
vpaddq zmm21, zmm20, zmm21
vmovdqa64 zmm20, [rsi + 128]
vpmadd52luq zmm3, zmm23, zmm20
vpmadd52huq zmm3, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 192]
vpmadd52luq zmm7, zmm23, zmm24
vpmadd52huq zmm7, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 256]
vpmadd52luq zmm26, zmm23, zmm20
vpmadd52huq zmm26, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 320]
vpmadd52luq zmm8, zmm23, zmm24
vpmadd52huq zmm8, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 384]
vpmadd52luq zmm9, zmm23, zmm20
vpmadd52huq zmm9, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 448]
vpmadd52luq zmm2, zmm23, zmm24
vpmadd52huq zmm2, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 512]
vpmadd52luq zmm5, zmm23, zmm20
vpmadd52huq zmm5, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 576]
vpmadd52luq zmm4, zmm23, zmm24
vpmadd52huq zmm4, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 640]
vpmadd52luq zmm10, zmm23, zmm20
vpmadd52huq zmm10, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 704]
vpmadd52luq zmm11, zmm23, zmm24
vpmadd52huq zmm11, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 768]
vpmadd52luq zmm12, zmm23, zmm20
vpmadd52huq zmm12, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 832]
vpmadd52luq zmm13, zmm23, zmm24
vpmadd52huq zmm13, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 896]
vpmadd52luq zmm14, zmm23, zmm20
vpmadd52huq zmm14, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 960]
vpmadd52luq zmm15, zmm23, zmm24
vpmadd52huq zmm15, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 1024]
vpmadd52luq zmm16, zmm23, zmm20
vpmadd52huq zmm16, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1088]
vpmadd52luq zmm17, zmm23, zmm24
vpmadd52huq zmm17, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 1152]
vpmadd52luq zmm18, zmm23, zmm20
vpmadd52huq zmm18, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1216]
vpmadd52luq zmm19, zmm23, zmm24
vpmadd52huq zmm19, zmm23, zmm20
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm23, zmm24
vmovdqa64 zmm24, zmm1
vpmadd52luq zmm24, zmm21, zmm1
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm3, zmm21
vpmadd52luq zmm21, zmm6, [rdi + 64]
vpmadd52huq zmm21, zmm6, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm6, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm26, zmm1, zmm6
vpmadd52huq zmm26, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm8, zmm3, zmm6
vpmadd52huq zmm8, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm9, zmm1, zmm6
vpmadd52huq zmm9, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm2, zmm3, zmm6
vpmadd52huq zmm2, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm5, zmm1, zmm6
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm4, zmm3, zmm6
vpmadd52huq zmm4, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm10, zmm1, zmm6
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm12, zmm1, zmm6
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm14, zmm1, zmm6
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 960]
vpmadd52luq zmm16, zmm1, zmm6
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 1024]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm1, zmm6
vmovdqa64 zmm1, [rdi + 1088]
vpmadd52luq zmm18, zmm1, zmm6
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 1152]
vpmadd52luq zmm19, zmm3, zmm22
vpmadd52huq zmm19, zmm1, zmm6
vpmadd52luq zmm20, zmm25, zmm25
vpmadd52huq zmm20, zmm3, zmm22
vpxord zmm22, zmm22, zmm22
vpmadd52huq zmm22, zmm25, zmm25
vmovdqa64 zmm25, [rsi + 64]
vpmadd52luq zmm21, zmm24, zmm25
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm24, [rsi]
vpaddq zmm3, zmm21, zmm3
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm7, zmm24, zmm21
vpmadd52huq zmm7, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 192]
vpmadd52luq zmm26, zmm24, zmm25
vpmadd52huq zmm26, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm8, zmm24, zmm21
vpmadd52huq zmm8, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 320]
vpmadd52luq zmm9, zmm24, zmm25
vpmadd52huq zmm9, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm2, zmm24, zmm21
vpmadd52huq zmm2, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 448]
vpmadd52luq zmm5, zmm24, zmm25
vpmadd52huq zmm5, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm4, zmm24, zmm21
vpmadd52huq zmm4, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 576]
vpmadd52luq zmm10, zmm24, zmm25
vpmadd52huq zmm10, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm11, zmm24, zmm21
vpmadd52huq zmm11, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 704]
vpmadd52luq zmm12, zmm24, zmm25
vpmadd52huq zmm12, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm13, zmm24, zmm21
vpmadd52huq zmm13, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 832]
vpmadd52luq zmm14, zmm24, zmm25
vpmadd52huq zmm14, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm15, zmm24, zmm21
vpmadd52huq zmm15, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 960]
vpmadd52luq zmm16, zmm24, zmm25
vpmadd52huq zmm16, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 1024]
vpmadd52luq zmm17, zmm24, zmm21
vpmadd52huq zmm17, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1088]
vpmadd52luq zmm18, zmm24, zmm25
vpmadd52huq zmm18, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 1152]
vpmadd52luq zmm19, zmm24, zmm21
vpmadd52huq zmm19, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1216]
vpmadd52luq zmm20, zmm24, zmm25
vpmadd52huq zmm20, zmm24, zmm21
vpmadd52huq zmm22, zmm24, zmm25
vpandq zmm25, zmm3, zmm0
vmovdqa64 [rdi], zmm25
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm7, zmm3
vpandq zmm7, zmm3, zmm0
vmovdqa64 [rdi + 64], zmm7
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm26, zmm3
vpandq zmm26, zmm3, zmm0
vmovdqa64 [rdi + 128], zmm26
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm8, zmm3
vpandq zmm8, zmm3, zmm0
vmovdqa64 [rdi + 192], zmm8
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm9, zmm3
vpandq zmm9, zmm3, zmm0
vmovdqa64 [rdi + 256], zmm9
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm2, zmm3
vpandq zmm2, zmm3, zmm0
vmovdqa64 [rdi + 320], zmm2
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm5, zmm3
vpandq zmm5, zmm3, zmm0
vmovdqa64 [rdi + 384], zmm5
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm4, zmm3
vpandq zmm4, zmm3, zmm0
vmovdqa64 [rdi + 448], zmm4
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm10, zmm3
vpandq zmm10, zmm3, zmm0
vmovdqa64 [rdi + 512], zmm10
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm11, zmm3
vpandq zmm11, zmm3, zmm0
vmovdqa64 [rdi + 576], zmm11
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm12, zmm3
vpandq zmm12, zmm3, zmm0
vmovdqa64 [rdi + 640], zmm12
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm13, zmm3
vpandq zmm13, zmm3, zmm0
vmovdqa64 [rdi + 704], zmm13
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm14, zmm3
vpandq zmm14, zmm3, zmm0
vmovdqa64 [rdi + 768], zmm14
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm15, zmm3
vpandq zmm15, zmm3, zmm0
vmovdqa64 [rdi + 832], zmm15
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm16, zmm3
vpandq zmm16, zmm3, zmm0
vmovdqa64 [rdi + 896], zmm16
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm17, zmm3
vpandq zmm17, zmm3, zmm0
vmovdqa64 [rdi + 960], zmm17
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm18, zmm3
vpandq zmm18, zmm3, zmm0
vmovdqa64 [rdi + 1024], zmm18
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm19, zmm3
vpandq zmm19, zmm3, zmm0
vmovdqa64 [rdi + 1088], zmm19
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm20, zmm3
vpandq zmm20, zmm3, zmm0
vmovdqa64 [rdi + 1152], zmm20
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm22, zmm3
vpandq zmm0, zmm3, zmm0
vmovdqa64 [rdi + 1216], zmm0
ret
.size akeyd_hw_square_20, . - akeyd_hw_square_20
.p2align 6
.globl akeyd_hw_square_and_look_up_20
.hidden akeyd_hw_square_and_look_up_20
.type akeyd_hw_square_and_look_up_20, @function
# 30 registers
akeyd_hw_square_and_look_up_20:
vmovdqa64 zmm0, [rcx]
mov rax, 1
vpbroadcastq zmm1, rax
vptestmq k1, zmm0, zmm1
mov rax, 2
vpbroadcastq zmm1, rax
vptestmq k2, zmm0, zmm1
mov rax, 4
vpbroadcastq zmm1, rax
vptestmq k3, zmm0, zmm1
mov rax, 8
vpbroadcastq zmm1, rax
vptestmq k4, zmm0, zmm1
mov rax, 4503599627370495
vpbroadcastq zmm1, rax
vmovdqa64 zmm0, [rsi + 1280]
vmovdqa64 zmm2, [rdi]
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm2, zmm2
vmovdqa64 zmm4, zmm0
vpmadd52luq zmm4, zmm3, zmm0
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm1, zmm3
vpmadd52huq zmm3, zmm2, zmm2
vmovdqa64 zmm2, [rdi + 64]
vpaddq zmm5, zmm2, zmm2
vpmadd52luq zmm3, zmm5, [rdi]
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm3, zmm4, zmm6
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm4, [rsi]
vpaddq zmm7, zmm3, zmm7
vmovdqa64 zmm3, [rsi + 128]
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm4, zmm3
vpmadd52huq zmm8, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 192]
vmovdqa64 zmm9, zmm1
vpmadd52luq zmm9, zmm4, zmm6
vpmadd52huq zmm9, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 256]
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm3
vpmadd52huq zmm10, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 320]
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 384]
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm3
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 448]
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 512]
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm3
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 576]
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 640]
vmovdqa64 zmm16, zmm1
vpmadd52luq zmm16, zmm4, zmm3
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 704]
vmovdqa64 zmm17, zmm1
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 768]
vmovdqa64 zmm18, zmm1
vpmadd52luq zmm18, zmm4, zmm3
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 832]
vmovdqa64 zmm19, zmm1
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 896]
vmovdqa64 zmm20, zmm1
vpmadd52luq zmm20, zmm4, zmm3
vpmadd52huq zmm20, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 960]
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm4, zmm6
vpmadd52huq zmm21, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 1024]
vmovdqa64 zmm22, zmm1
vpmadd52luq zmm22, zmm4, zmm3
vpmadd52huq zmm22, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 1088]
vmovdqa64 zmm23, zmm1
vpmadd52luq zmm23, zmm4, zmm6
vpmadd52huq zmm23, zmm4, zmm3
vmovdqa64 zmm3, [rsi + 1152]
vmovdqa64 zmm24, zmm1
vpmadd52luq zmm24, zmm4, zmm3
vpmadd52huq zmm24, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 1216]
vmovdqa64 zmm25, zmm1
vpmadd52luq zmm25, zmm4, zmm6
vpmadd52huq zmm25, zmm4, zmm3
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm4, zmm6
vmovdqa64 zmm6, [rdx]
vmovdqa64 zmm6{k1}, [rdx + 64]
vmovdqa64 zmm4, [rdx + 128]
vmovdqa64 zmm4{k1}, [rdx + 192]
vmovdqa64 zmm6{k2}, zmm4
vmovdqa64 zmm4, [rdx + 256]
vmovdqa64 zmm4{k1}, [rdx + 320]
vmovdqa64 zmm26, [rdx + 384]
vmovdqa64 zmm26{k1}, [rdx + 448]
vmovdqa64 zmm4{k2}, zmm26
vmovdqa64 zmm6{k3}, zmm4
vmovdqa64 zmm4, [rdx + 512]
vmovdqa64 zmm4{k1}, [rdx + 576]
vmovdqa64 zmm26, [rdx + 640]
vmovdqa64 zmm26{k1}, [rdx + 704]
vmovdqa64 zmm4{k2}, zmm26
vmovdqa64 zmm26, [rdx + 768]
vmovdqa64 zmm26{k1}, [rdx + 832]
vmovdqa64 zmm27, [rdx + 896]
vmovdqa64 zmm27{k1}, [rdx + 960]
vmovdqa64 zmm26{k2}, zmm27
vmovdqa64 zmm4{k3}, zmm26
vmovdqa64 zmm6{k4}, zmm4
vmovdqa64 [r8], zmm6
vmovdqa64 zmm6, zmm0
vpmadd52luq zmm6, zmm7, zmm0
vpsrlq zmm7, zmm7, 52
vpaddq zmm7, zmm8, zmm7
vpmadd52luq zmm7, zmm2, zmm2
vpmadd52huq zmm7, zmm5, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpaddq zmm8, zmm5, zmm5
vpsrlq zmm4, [rdi + 64], 51
vpaddq zmm4, zmm8, zmm4
vpmadd52luq zmm7, zmm4, [rdi]
vpmadd52huq zmm9, zmm2, zmm2
vmovdqa64 zmm2, [rsi + 64]
vpmadd52luq zmm7, zmm6, zmm2
vpxord zmm26, zmm26, zmm26
vpmadd52huq zmm26, zmm6, [rsi]
vpaddq zmm26, zmm7, zmm26
vmovdqa64 zmm7, [rsi + 128]
vpmadd52luq zmm9, zmm6, zmm7
vpmadd52huq zmm9, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 192]
vpmadd52luq zmm10, zmm6, zmm2
vpmadd52huq zmm10, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 256]
vpmadd52luq zmm11, zmm6, zmm7
vpmadd52huq zmm11, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 320]
vpmadd52luq zmm12, zmm6, zmm2
vpmadd52huq zmm12, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 384]
vpmadd52luq zmm13, zmm6, zmm7
vpmadd52huq zmm13, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 448]
vpmadd52luq zmm14, zmm6, zmm2
vpmadd52huq zmm14, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 512]
vpmadd52luq zmm15, zmm6, zmm7
vpmadd52huq zmm15, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 576]
vpmadd52luq zmm16, zmm6, zmm2
vpmadd52huq zmm16, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 640]
vpmadd52luq zmm17, zmm6, zmm7
vpmadd52huq zmm17, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 704]
vpmadd52luq zmm18, zmm6, zmm2
vpmadd52huq zmm18, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 768]
vpmadd52luq zmm19, zmm6, zmm7
vpmadd52huq zmm19, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 832]
vpmadd52luq zmm20, zmm6, zmm2
vpmadd52huq zmm20, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 896]
vpmadd52luq zmm21, zmm6, zmm7
vpmadd52huq zmm21, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 960]
vpmadd52luq zmm22, zmm6, zmm2
vpmadd52huq zmm22, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 1024]
vpmadd52luq zmm23, zmm6, zmm7
vpmadd52huq zmm23, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 1088]
vpmadd52luq zmm24, zmm6, zmm2
vpmadd52huq zmm24, zmm6, zmm7
vmovdqa64 zmm7, [rsi + 1152]
vpmadd52luq zmm25, zmm6, zmm7
vpmadd52huq zmm25, zmm6, zmm2
vmovdqa64 zmm2, [rsi + 1216]
vpmadd52luq zmm3, zmm6, zmm2
vpmadd52huq zmm3, zmm6, zmm7
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm6, zmm2
vmovdqa64 zmm2, zmm0
vpmadd52luq zmm2, zmm26, zmm0
vpsrlq zmm26, zmm26, 52
vpaddq zmm26, zmm9, zmm26
vpmadd52luq zmm26, zmm8, [rdi + 64]
vpmadd52huq zmm26, zmm4, [rdi]
vmovdqa64 zmm4, [rdi + 192]
vpaddq zmm9, zmm4, zmm4
vpsrlq zmm6, [rdi + 128], 51
vpaddq zmm6, zmm9, zmm6
vpmadd52luq zmm26, zmm6, [rdi]
vpmadd52luq zmm10, zmm5, zmm5
vpmadd52huq zmm10, zmm8, [rdi + 64]
vpmadd52huq zmm11, zmm5, zmm5
vmovdqa64 zmm5, [rsi + 64]
vpmadd52luq zmm26, zmm2, zmm5
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm2, [rsi]
vpaddq zmm8, zmm26, zmm8
vmovdqa64 zmm26, [rsi + 128]
vpmadd52luq zmm10, zmm2, zmm26
vpmadd52huq zmm10, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 192]
vpmadd52luq zmm11, zmm2, zmm5
vpmadd52huq zmm11, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 256]
vpmadd52luq zmm12, zmm2, zmm26
vpmadd52huq zmm12, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 320]
vpmadd52luq zmm13, zmm2, zmm5
vpmadd52huq zmm13, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 384]
vpmadd52luq zmm14, zmm2, zmm26
vpmadd52huq zmm14, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 448]
vpmadd52luq zmm15, zmm2, zmm5
vpmadd52huq zmm15, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 512]
vpmadd52luq zmm16, zmm2, zmm26
vpmadd52huq zmm16, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 576]
vpmadd52luq zmm17, zmm2, zmm5
vpmadd52huq zmm17, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 640]
vpmadd52luq zmm18, zmm2, zmm26
vpmadd52huq zmm18, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 704]
vpmadd52luq zmm19, zmm2, zmm5
vpmadd52huq zmm19, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 768]
vpmadd52luq zmm20, zmm2, zmm26
vpmadd52huq zmm20, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 832]
vpmadd52luq zmm21, zmm2, zmm5
vpmadd52huq zmm21, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 896]
vpmadd52luq zmm22, zmm2, zmm26
vpmadd52huq zmm22, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 960]
vpmadd52luq zmm23, zmm2, zmm5
vpmadd52huq zmm23, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 1024]
vpmadd52luq zmm24, zmm2, zmm26
vpmadd52huq zmm24, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 1088]
vpmadd52luq zmm25, zmm2, zmm5
vpmadd52huq zmm25, zmm2, zmm26
vmovdqa64 zmm26, [rsi + 1152]
vpmadd52luq zmm3, zmm2, zmm26
vpmadd52huq zmm3, zmm2, zmm5
vmovdqa64 zmm5, [rsi + 1216]
vpmadd52luq zmm7, zmm2, zmm5
vpmadd52huq zmm7, zmm2, zmm26
vpxord zmm26, zmm26, zmm26
vpmadd52huq zmm26, zmm2, zmm5
vmovdqa64 zmm5, zmm0
vpmadd52luq zmm5, zmm8, zmm0
vpsrlq zmm8, zmm8, 52
vpaddq zmm8, zmm10, zmm8
vpmadd52luq zmm8, zmm6, [rdi + 64]
vpmadd52huq zmm8, zmm6, [rdi]
vmovdqa64 zmm10, [rdi + 256]
vpaddq zmm2, zmm10, zmm10
vpsrlq zmm27, [rdi + 192], 51
vpaddq zmm27, zmm2, zmm27
vpmadd52luq zmm8, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm11, zmm28, zmm9
vpmadd52huq zmm11, zmm6, [rdi + 64]
vpmadd52luq zmm12, zmm4, zmm4
vpmadd52huq zmm12, zmm28, zmm9
vpmadd52huq zmm13, zmm4, zmm4
vmovdqa64 zmm4, [rsi + 64]
vpmadd52luq zmm8, zmm5, zmm4
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm8, zmm9
vmovdqa64 zmm8, [rsi + 128]
vpmadd52luq zmm11, zmm5, zmm8
vpmadd52huq zmm11, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 192]
vpmadd52luq zmm12, zmm5, zmm4
vpmadd52huq zmm12, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 256]
vpmadd52luq zmm13, zmm5, zmm8
vpmadd52huq zmm13, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 320]
vpmadd52luq zmm14, zmm5, zmm4
vpmadd52huq zmm14, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 384]
vpmadd52luq zmm15, zmm5, zmm8
vpmadd52huq zmm15, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 448]
vpmadd52luq zmm16, zmm5, zmm4
vpmadd52huq zmm16, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 512]
vpmadd52luq zmm17, zmm5, zmm8
vpmadd52huq zmm17, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 576]
vpmadd52luq zmm18, zmm5, zmm4
vpmadd52huq zmm18, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 640]
vpmadd52luq zmm19, zmm5, zmm8
vpmadd52huq zmm19, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 704]
vpmadd52luq zmm20, zmm5, zmm4
vpmadd52huq zmm20, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 768]
vpmadd52luq zmm21, zmm5, zmm8
vpmadd52huq zmm21, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 832]
vpmadd52luq zmm22, zmm5, zmm4
vpmadd52huq zmm22, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 896]
vpmadd52luq zmm23, zmm5, zmm8
vpmadd52huq zmm23, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 960]
vpmadd52luq zmm24, zmm5, zmm4
vpmadd52huq zmm24, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 1024]
vpmadd52luq zmm25, zmm5, zmm8
vpmadd52huq zmm25, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1088]
vpmadd52luq zmm3, zmm5, zmm4
vpmadd52huq zmm3, zmm5, zmm8
vmovdqa64 zmm8, [rsi + 1152]
vpmadd52luq zmm7, zmm5, zmm8
vpmadd52huq zmm7, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1216]
vpmadd52luq zmm26, zmm5, zmm4
vpmadd52huq zmm26, zmm5, zmm8
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm5, zmm4
vmovdqa64 zmm4, zmm0
vpmadd52luq zmm4, zmm9, zmm0
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm27, [rdi + 64]
vpmadd52huq zmm9, zmm27, [rdi]
vmovdqa64 zmm11, [rdi + 320]
vpaddq zmm5, zmm11, zmm11
vpsrlq zmm28, [rdi + 256], 51
vpaddq zmm28, zmm5, zmm28
vpmadd52luq zmm9, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm27
vpmadd52huq zmm12, zmm27, [rdi + 64]
vmovdqa64 zmm29, [rdi + 192]
vpmadd52luq zmm13, zmm29, zmm2
vpmadd52huq zmm13, zmm6, zmm27
vpmadd52luq zmm14, zmm10, zmm10
vpmadd52huq zmm14, zmm29, zmm2
vpmadd52huq zmm15, zmm10, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm4, zmm10
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm4, [rsi]
vpaddq zmm2, zmm9, zmm2
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm4, zmm9
vpmadd52huq zmm12, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm4, zmm9
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm4, zmm9
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm4, zmm10
vpmadd52huq zmm17, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm18, zmm4, zmm9
vpmadd52huq zmm18, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm4, zmm10
vpmadd52huq zmm19, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm20, zmm4, zmm9
vpmadd52huq zmm20, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm21, zmm4, zmm10
vpmadd52huq zmm21, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm22, zmm4, zmm9
vpmadd52huq zmm22, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm23, zmm4, zmm10
vpmadd52huq zmm23, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm24, zmm4, zmm9
vpmadd52huq zmm24, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 960]
vpmadd52luq zmm25, zmm4, zmm10
vpmadd52huq zmm25, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm3, zmm4, zmm9
vpmadd52huq zmm3, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 1088]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm4, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm26, zmm4, zmm9
vpmadd52huq zmm26, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 1216]
vpmadd52luq zmm8, zmm4, zmm10
vpmadd52huq zmm8, zmm4, zmm9
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm4, zmm10
vmovdqa64 zmm10, [rdx + 1024]
vmovdqa64 zmm10{k1}, [rdx + 1088]
vmovdqa64 zmm4, [rdx + 1152]
vmovdqa64 zmm4{k1}, [rdx + 1216]
vmovdqa64 zmm10{k2}, zmm4
vmovdqa64 zmm4, [rdx + 1280]
vmovdqa64 zmm4{k1}, [rdx + 1344]
vmovdqa64 zmm29, [rdx + 1408]
vmovdqa64 zmm29{k1}, [rdx + 1472]
vmovdqa64 zmm4{k2}, zmm29
vmovdqa64 zmm10{k3}, zmm4
vmovdqa64 zmm4, [rdx + 1536]
vmovdqa64 zmm4{k1}, [rdx + 1600]
vmovdqa64 zmm29, [rdx + 1664]
vmovdqa64 zmm29{k1}, [rdx + 1728]
vmovdqa64 zmm4{k2}, zmm29
vmovdqa64 zmm29, [rdx + 1792]
vmovdqa64 zmm29{k1}, [rdx + 1856]
vmovdqa64 zmm27, [rdx + 1920]
vmovdqa64 zmm27{k1}, [rdx + 1984]
vmovdqa64 zmm29{k2}, zmm27
vmovdqa64 zmm4{k3}, zmm29
vmovdqa64 zmm10{k4}, zmm4
vmovdqa64 [r8 + 64], zmm10
vmovdqa64 zmm10, zmm0
vpmadd52luq zmm10, zmm2, zmm0
vpsrlq zmm2, zmm2, 52
vpaddq zmm2, zmm12, zmm2
vpmadd52luq zmm2, zmm28, [rdi + 64]
vpmadd52huq zmm2, zmm28, [rdi]
vmovdqa64 zmm12, [rdi + 384]
vpaddq zmm4, zmm12, zmm12
vpsrlq zmm29, [rdi + 320], 51
vpaddq zmm29, zmm4, zmm29
vpmadd52luq zmm2, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm13, zmm27, zmm28
vpmadd52huq zmm13, zmm28, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm14, zmm6, zmm28
vpmadd52huq zmm14, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm15, zmm27, zmm5
vpmadd52huq zmm15, zmm6, zmm28
vpmadd52luq zmm16, zmm11, zmm11
vpmadd52huq zmm16, zmm27, zmm5
vpmadd52huq zmm17, zmm11, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm2, zmm10, zmm11
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm10, [rsi]
vpaddq zmm5, zmm2, zmm5
vmovdqa64 zmm2, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm2
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm2
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 384]
vpmadd52luq zmm17, zmm10, zmm2
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 512]
vpmadd52luq zmm19, zmm10, zmm2
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 640]
vpmadd52luq zmm21, zmm10, zmm2
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm22, zmm10, zmm11
vpmadd52huq zmm22, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 768]
vpmadd52luq zmm23, zmm10, zmm2
vpmadd52huq zmm23, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm24, zmm10, zmm11
vpmadd52huq zmm24, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 896]
vpmadd52luq zmm25, zmm10, zmm2
vpmadd52huq zmm25, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 960]
vpmadd52luq zmm3, zmm10, zmm11
vpmadd52huq zmm3, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 1024]
vpmadd52luq zmm7, zmm10, zmm2
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1088]
vpmadd52luq zmm26, zmm10, zmm11
vpmadd52huq zmm26, zmm10, zmm2
vmovdqa64 zmm2, [rsi + 1152]
vpmadd52luq zmm8, zmm10, zmm2
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1216]
vpmadd52luq zmm9, zmm10, zmm11
vpmadd52huq zmm9, zmm10, zmm2
vpxord zmm2, zmm2, zmm2
vpmadd52huq zmm2, zmm10, zmm11
vmovdqa64 zmm11, zmm0
vpmadd52luq zmm11, zmm5, zmm0
vpsrlq zmm5, zmm5, 52
vpaddq zmm5, zmm13, zmm5
vpmadd52luq zmm5, zmm29, [rdi + 64]
vpmadd52huq zmm5, zmm29, [rdi]
vmovdqa64 zmm13, [rdi + 448]
vpaddq zmm10, zmm13, zmm13
vpsrlq zmm27, [rdi + 384], 51
vpaddq zmm27, zmm10, zmm27
vpmadd52luq zmm5, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm14, zmm28, zmm29
vpmadd52huq zmm14, zmm29, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm15, zmm6, zmm29
vpmadd52huq zmm15, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 256]
vpmadd52luq zmm16, zmm28, zmm29
vpmadd52huq zmm16, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm17, zmm6, zmm4
vpmadd52huq zmm17, zmm28, zmm29
vpmadd52luq zmm18, zmm12, zmm12
vpmadd52huq zmm18, zmm6, zmm4
vpmadd52huq zmm19, zmm12, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm5, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm5, zmm4
vmovdqa64 zmm5, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm5
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 256]
vpmadd52luq zmm16, zmm11, zmm5
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 384]
vpmadd52luq zmm18, zmm11, zmm5
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 512]
vpmadd52luq zmm20, zmm11, zmm5
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 640]
vpmadd52luq zmm22, zmm11, zmm5
vpmadd52huq zmm22, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm23, zmm11, zmm12
vpmadd52huq zmm23, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 768]
vpmadd52luq zmm24, zmm11, zmm5
vpmadd52huq zmm24, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm25, zmm11, zmm12
vpmadd52huq zmm25, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 896]
vpmadd52luq zmm3, zmm11, zmm5
vpmadd52huq zmm3, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 960]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 1024]
vpmadd52luq zmm26, zmm11, zmm5
vpmadd52huq zmm26, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1088]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm5
vmovdqa64 zmm5, [rsi + 1152]
vpmadd52luq zmm9, zmm11, zmm5
vpmadd52huq zmm9, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1216]
vpmadd52luq zmm2, zmm11, zmm12
vpmadd52huq zmm2, zmm11, zmm5
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, zmm0
vpmadd52luq zmm12, zmm4, zmm0
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm27, [rdi + 64]
vpmadd52huq zmm4, zmm27, [rdi]
vmovdqa64 zmm14, [rdi + 512]
vpaddq zmm11, zmm14, zmm14
vpsrlq zmm6, [rdi + 448], 51
vpaddq zmm6, zmm11, zmm6
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm15, zmm29, zmm27
vpmadd52huq zmm15, zmm27, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm16, zmm28, zmm27
vpmadd52huq zmm16, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm17, zmm29, zmm27
vpmadd52huq zmm17, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm18, zmm28, zmm27
vpmadd52huq zmm18, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm19, zmm29, zmm10
vpmadd52huq zmm19, zmm28, zmm27
vpmadd52luq zmm20, zmm13, zmm13
vpmadd52huq zmm20, zmm29, zmm10
vpmadd52huq zmm21, zmm13, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm12, [rsi]
vpaddq zmm10, zmm4, zmm10
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm17, zmm12, zmm4
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm19, zmm12, zmm4
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm21, zmm12, zmm4
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm22, zmm12, zmm13
vpmadd52huq zmm22, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm23, zmm12, zmm4
vpmadd52huq zmm23, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm24, zmm12, zmm13
vpmadd52huq zmm24, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm25, zmm12, zmm4
vpmadd52huq zmm25, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm3, zmm12, zmm13
vpmadd52huq zmm3, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 960]
vpmadd52luq zmm26, zmm12, zmm13
vpmadd52huq zmm26, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1088]
vpmadd52luq zmm9, zmm12, zmm13
vpmadd52huq zmm9, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm2, zmm12, zmm4
vpmadd52huq zmm2, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1216]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm12, zmm13
vmovdqa64 zmm13, zmm0
vpmadd52luq zmm13, zmm10, zmm0
vpsrlq zmm10, zmm10, 52
vpaddq zmm10, zmm15, zmm10
vpmadd52luq zmm10, zmm6, [rdi + 64]
vpmadd52huq zmm10, zmm6, [rdi]
vmovdqa64 zmm15, [rdi + 576]
vpaddq zmm12, zmm15, zmm15
vpsrlq zmm29, [rdi + 512], 51
vpaddq zmm29, zmm12, zmm29
vpmadd52luq zmm10, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm16, zmm27, zmm6
vpmadd52huq zmm16, zmm6, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm17, zmm28, zmm6
vpmadd52huq zmm17, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm18, zmm27, zmm6
vpmadd52huq zmm18, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm19, zmm28, zmm6
vpmadd52huq zmm19, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 384]
vpmadd52luq zmm20, zmm27, zmm6
vpmadd52huq zmm20, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 448]
vpmadd52luq zmm21, zmm28, zmm11
vpmadd52huq zmm21, zmm27, zmm6
vpmadd52luq zmm22, zmm14, zmm14
vpmadd52huq zmm22, zmm28, zmm11
vpmadd52huq zmm23, zmm14, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm10, zmm13, zmm14
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm13, [rsi]
vpaddq zmm11, zmm10, zmm11
vmovdqa64 zmm10, [rsi + 128]
vpmadd52luq zmm16, zmm13, zmm10
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 256]
vpmadd52luq zmm18, zmm13, zmm10
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 384]
vpmadd52luq zmm20, zmm13, zmm10
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 512]
vpmadd52luq zmm22, zmm13, zmm10
vpmadd52huq zmm22, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm23, zmm13, zmm14
vpmadd52huq zmm23, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 640]
vpmadd52luq zmm24, zmm13, zmm10
vpmadd52huq zmm24, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm25, zmm13, zmm14
vpmadd52huq zmm25, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 768]
vpmadd52luq zmm3, zmm13, zmm10
vpmadd52huq zmm3, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 896]
vpmadd52luq zmm26, zmm13, zmm10
vpmadd52huq zmm26, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 960]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 1024]
vpmadd52luq zmm9, zmm13, zmm10
vpmadd52huq zmm9, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1088]
vpmadd52luq zmm2, zmm13, zmm14
vpmadd52huq zmm2, zmm13, zmm10
vmovdqa64 zmm10, [rsi + 1152]
vpmadd52luq zmm5, zmm13, zmm10
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1216]
vpmadd52luq zmm4, zmm13, zmm14
vpmadd52huq zmm4, zmm13, zmm10
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rdx + 2048]
vmovdqa64 zmm14{k1}, [rdx + 2112]
vmovdqa64 zmm13, [rdx + 2176]
vmovdqa64 zmm13{k1}, [rdx + 2240]
vmovdqa64 zmm14{k2}, zmm13
vmovdqa64 zmm13, [rdx + 2304]
vmovdqa64 zmm13{k1}, [rdx + 2368]
vmovdqa64 zmm28, [rdx + 2432]
vmovdqa64 zmm28{k1}, [rdx + 2496]
vmovdqa64 zmm13{k2}, zmm28
vmovdqa64 zmm14{k3}, zmm13
vmovdqa64 zmm13, [rdx + 2560]
vmovdqa64 zmm13{k1}, [rdx + 2624]
vmovdqa64 zmm28, [rdx + 2688]
vmovdqa64 zmm28{k1}, [rdx + 2752]
vmovdqa64 zmm13{k2}, zmm28
vmovdqa64 zmm28, [rdx + 2816]
vmovdqa64 zmm28{k1}, [rdx + 2880]
vmovdqa64 zmm6, [rdx + 2944]
vmovdqa64 zmm6{k1}, [rdx + 3008]
vmovdqa64 zmm28{k2}, zmm6
vmovdqa64 zmm13{k3}, zmm28
vmovdqa64 zmm14{k4}, zmm13
vmovdqa64 [r8 + 128], zmm14
vmovdqa64 zmm14, zmm0
vpmadd52luq zmm14, zmm11, zmm0
vpsrlq zmm11, zmm11, 52
vpaddq zmm11, zmm16, zmm11
vpmadd52luq zmm11, zmm29, [rdi + 64]
vpmadd52huq zmm11, zmm29, [rdi]
vmovdqa64 zmm16, [rdi + 640]
vpaddq zmm13, zmm16, zmm16
vpsrlq zmm28, [rdi + 576], 51
vpaddq zmm28, zmm13, zmm28
vpmadd52luq zmm11, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm17, zmm6, zmm29
vpmadd52huq zmm17, zmm29, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm18, zmm27, zmm29
vpmadd52huq zmm18, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm19, zmm6, zmm29
vpmadd52huq zmm19, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm20, zmm27, zmm29
vpmadd52huq zmm20, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm21, zmm6, zmm29
vpmadd52huq zmm21, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm22, zmm27, zmm29
vpmadd52huq zmm22, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm23, zmm6, zmm12
vpmadd52huq zmm23, zmm27, zmm29
vpmadd52luq zmm24, zmm15, zmm15
vpmadd52huq zmm24, zmm6, zmm12
vpmadd52huq zmm25, zmm15, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm11, zmm14, zmm15
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm14, [rsi]
vpaddq zmm12, zmm11, zmm12
vmovdqa64 zmm11, [rsi + 128]
vpmadd52luq zmm17, zmm14, zmm11
vpmadd52huq zmm17, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 256]
vpmadd52luq zmm19, zmm14, zmm11
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 384]
vpmadd52luq zmm21, zmm14, zmm11
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm22, zmm14, zmm15
vpmadd52huq zmm22, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 512]
vpmadd52luq zmm23, zmm14, zmm11
vpmadd52huq zmm23, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm24, zmm14, zmm15
vpmadd52huq zmm24, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 640]
vpmadd52luq zmm25, zmm14, zmm11
vpmadd52huq zmm25, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm3, zmm14, zmm15
vpmadd52huq zmm3, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 768]
vpmadd52luq zmm7, zmm14, zmm11
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm26, zmm14, zmm15
vpmadd52huq zmm26, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 896]
vpmadd52luq zmm8, zmm14, zmm11
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 960]
vpmadd52luq zmm9, zmm14, zmm15
vpmadd52huq zmm9, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 1024]
vpmadd52luq zmm2, zmm14, zmm11
vpmadd52huq zmm2, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1088]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm11
vmovdqa64 zmm11, [rsi + 1152]
vpmadd52luq zmm4, zmm14, zmm11
vpmadd52huq zmm4, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1216]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm11
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, zmm0
vpmadd52luq zmm15, zmm12, zmm0
vpsrlq zmm12, zmm12, 52
vpaddq zmm12, zmm17, zmm12
vpmadd52luq zmm12, zmm28, [rdi + 64]
vpmadd52huq zmm12, zmm28, [rdi]
vmovdqa64 zmm17, [rdi + 704]
vpaddq zmm14, zmm17, zmm17
vpsrlq zmm6, [rdi + 640], 51
vpaddq zmm6, zmm14, zmm6
vpmadd52luq zmm12, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm18, zmm29, zmm28
vpmadd52huq zmm18, zmm28, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm19, zmm27, zmm28
vpmadd52huq zmm19, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm20, zmm29, zmm28
vpmadd52huq zmm20, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm21, zmm27, zmm28
vpmadd52huq zmm21, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm22, zmm29, zmm28
vpmadd52huq zmm22, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm23, zmm27, zmm28
vpmadd52huq zmm23, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 512]
vpmadd52luq zmm24, zmm29, zmm28
vpmadd52huq zmm24, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 576]
vpmadd52luq zmm25, zmm27, zmm13
vpmadd52huq zmm25, zmm29, zmm28
vpmadd52luq zmm3, zmm16, zmm16
vpmadd52huq zmm3, zmm27, zmm13
vpmadd52huq zmm7, zmm16, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm12, zmm15, zmm16
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm15, [rsi]
vpaddq zmm13, zmm12, zmm13
vmovdqa64 zmm12, [rsi + 128]
vpmadd52luq zmm18, zmm15, zmm12
vpmadd52huq zmm18, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 256]
vpmadd52luq zmm20, zmm15, zmm12
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 384]
vpmadd52luq zmm22, zmm15, zmm12
vpmadd52huq zmm22, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm23, zmm15, zmm16
vpmadd52huq zmm23, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 512]
vpmadd52luq zmm24, zmm15, zmm12
vpmadd52huq zmm24, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm25, zmm15, zmm16
vpmadd52huq zmm25, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 640]
vpmadd52luq zmm3, zmm15, zmm12
vpmadd52huq zmm3, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm7, zmm15, zmm16
vpmadd52huq zmm7, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 768]
vpmadd52luq zmm26, zmm15, zmm12
vpmadd52huq zmm26, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 896]
vpmadd52luq zmm9, zmm15, zmm12
vpmadd52huq zmm9, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 960]
vpmadd52luq zmm2, zmm15, zmm16
vpmadd52huq zmm2, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 1024]
vpmadd52luq zmm5, zmm15, zmm12
vpmadd52huq zmm5, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1088]
vpmadd52luq zmm4, zmm15, zmm16
vpmadd52huq zmm4, zmm15, zmm12
vmovdqa64 zmm12, [rsi + 1152]
vpmadd52luq zmm10, zmm15, zmm12
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1216]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm12
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, zmm0
vpmadd52luq zmm16, zmm13, zmm0
vpsrlq zmm13, zmm13, 52
vpaddq zmm13, zmm18, zmm13
vpmadd52luq zmm13, zmm6, [rdi + 64]
vpmadd52huq zmm13, zmm6, [rdi]
vmovdqa64 zmm18, [rdi + 768]
vpaddq zmm15, zmm18, zmm18
vpsrlq zmm27, [rdi + 704], 51
vpaddq zmm27, zmm15, zmm27
vpmadd52luq zmm13, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm19, zmm28, zmm6
vpmadd52huq zmm19, zmm6, [rdi + 64]
vmovdqa64 zmm29, [rdi + 192]
vpmadd52luq zmm20, zmm29, zmm6
vpmadd52huq zmm20, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 256]
vpmadd52luq zmm21, zmm28, zmm6
vpmadd52huq zmm21, zmm29, zmm6
vmovdqa64 zmm29, [rdi + 320]
vpmadd52luq zmm22, zmm29, zmm6
vpmadd52huq zmm22, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 384]
vpmadd52luq zmm23, zmm28, zmm6
vpmadd52huq zmm23, zmm29, zmm6
vmovdqa64 zmm29, [rdi + 448]
vpmadd52luq zmm24, zmm29, zmm6
vpmadd52huq zmm24, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 512]
vpmadd52luq zmm25, zmm28, zmm6
vpmadd52huq zmm25, zmm29, zmm6
vmovdqa64 zmm29, [rdi + 576]
vpmadd52luq zmm3, zmm29, zmm6
vpmadd52huq zmm3, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 640]
vpmadd52luq zmm7, zmm28, zmm14
vpmadd52huq zmm7, zmm29, zmm6
vpmadd52luq zmm26, zmm17, zmm17
vpmadd52huq zmm26, zmm28, zmm14
vpmadd52huq zmm8, zmm17, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm13, zmm16, zmm17
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm16, [rsi]
vpaddq zmm14, zmm13, zmm14
vmovdqa64 zmm13, [rsi + 128]
vpmadd52luq zmm19, zmm16, zmm13
vpmadd52huq zmm19, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 256]
vpmadd52luq zmm21, zmm16, zmm13
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm22, zmm16, zmm17
vpmadd52huq zmm22, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 384]
vpmadd52luq zmm23, zmm16, zmm13
vpmadd52huq zmm23, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm24, zmm16, zmm17
vpmadd52huq zmm24, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 512]
vpmadd52luq zmm25, zmm16, zmm13
vpmadd52huq zmm25, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm3, zmm16, zmm17
vpmadd52huq zmm3, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 640]
vpmadd52luq zmm7, zmm16, zmm13
vpmadd52huq zmm7, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm26, zmm16, zmm17
vpmadd52huq zmm26, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 768]
vpmadd52luq zmm8, zmm16, zmm13
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm9, zmm16, zmm17
vpmadd52huq zmm9, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 896]
vpmadd52luq zmm2, zmm16, zmm13
vpmadd52huq zmm2, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 960]
vpmadd52luq zmm5, zmm16, zmm17
vpmadd52huq zmm5, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 1024]
vpmadd52luq zmm4, zmm16, zmm13
vpmadd52huq zmm4, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1088]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm16, zmm13
vmovdqa64 zmm13, [rsi + 1152]
vpmadd52luq zmm11, zmm16, zmm13
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1216]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm16, zmm13
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm17, zmm0
vpmadd52luq zmm17, zmm14, zmm0
vpsrlq zmm14, zmm14, 52
vpaddq zmm14, zmm19, zmm14
vpmadd52luq zmm14, zmm27, [rdi + 64]
vpmadd52huq zmm14, zmm27, [rdi]
vmovdqa64 zmm19, [rdi + 832]
vpaddq zmm16, zmm19, zmm19
vpsrlq zmm28, [rdi + 768], 51
vpaddq zmm28, zmm16, zmm28
vpmadd52luq zmm14, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm20, zmm6, zmm27
vpmadd52huq zmm20, zmm27, [rdi + 64]
vmovdqa64 zmm29, [rdi + 192]
vpmadd52luq zmm21, zmm29, zmm27
vpmadd52huq zmm21, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm22, zmm6, zmm27
vpmadd52huq zmm22, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 320]
vpmadd52luq zmm23, zmm29, zmm27
vpmadd52huq zmm23, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm24, zmm6, zmm27
vpmadd52huq zmm24, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 448]
vpmadd52luq zmm25, zmm29, zmm27
vpmadd52huq zmm25, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm3, zmm6, zmm27
vpmadd52huq zmm3, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 576]
vpmadd52luq zmm7, zmm29, zmm27
vpmadd52huq zmm7, zmm6, zmm27
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm26, zmm6, zmm27
vpmadd52huq zmm26, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 704]
vpmadd52luq zmm8, zmm29, zmm15
vpmadd52huq zmm8, zmm6, zmm27
vpmadd52luq zmm9, zmm18, zmm18
vpmadd52huq zmm9, zmm29, zmm15
vpmadd52huq zmm2, zmm18, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm14, zmm17, zmm18
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm17, [rsi]
vpaddq zmm15, zmm14, zmm15
vmovdqa64 zmm14, [rsi + 128]
vpmadd52luq zmm20, zmm17, zmm14
vpmadd52huq zmm20, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 256]
vpmadd52luq zmm22, zmm17, zmm14
vpmadd52huq zmm22, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm23, zmm17, zmm18
vpmadd52huq zmm23, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 384]
vpmadd52luq zmm24, zmm17, zmm14
vpmadd52huq zmm24, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm25, zmm17, zmm18
vpmadd52huq zmm25, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 512]
vpmadd52luq zmm3, zmm17, zmm14
vpmadd52huq zmm3, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm7, zmm17, zmm18
vpmadd52huq zmm7, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 640]
vpmadd52luq zmm26, zmm17, zmm14
vpmadd52huq zmm26, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 768]
vpmadd52luq zmm9, zmm17, zmm14
vpmadd52huq zmm9, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm2, zmm17, zmm18
vpmadd52huq zmm2, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 896]
vpmadd52luq zmm5, zmm17, zmm14
vpmadd52huq zmm5, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 960]
vpmadd52luq zmm4, zmm17, zmm18
vpmadd52huq zmm4, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 1024]
vpmadd52luq zmm10, zmm17, zmm14
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1088]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm17, zmm14
vmovdqa64 zmm14, [rsi + 1152]
vpmadd52luq zmm12, zmm17, zmm14
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1216]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm17, zmm14
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm18, [rdx + 3072]
vmovdqa64 zmm18{k1}, [rdx + 3136]
vmovdqa64 zmm17, [rdx + 3200]
vmovdqa64 zmm17{k1}, [rdx + 3264]
vmovdqa64 zmm18{k2}, zmm17
vmovdqa64 zmm17, [rdx + 3328]
vmovdqa64 zmm17{k1}, [rdx + 3392]
vmovdqa64 zmm29, [rdx + 3456]
vmovdqa64 zmm29{k1}, [rdx + 3520]
vmovdqa64 zmm17{k2}, zmm29
vmovdqa64 zmm18{k3}, zmm17
vmovdqa64 zmm17, [rdx + 3584]
vmovdqa64 zmm17{k1}, [rdx + 3648]
vmovdqa64 zmm29, [rdx + 3712]
vmovdqa64 zmm29{k1}, [rdx + 3776]
vmovdqa64 zmm17{k2}, zmm29
vmovdqa64 zmm29, [rdx + 3840]
vmovdqa64 zmm29{k1}, [rdx + 3904]
vmovdqa64 zmm27, [rdx + 3968]
vmovdqa64 zmm27{k1}, [rdx + 4032]
vmovdqa64 zmm29{k2}, zmm27
vmovdqa64 zmm17{k3}, zmm29
vmovdqa64 zmm18{k4}, zmm17
vmovdqa64 [r8 + 192], zmm18
vmovdqa64 zmm18, zmm0
vpmadd52luq zmm18, zmm15, zmm0
vpsrlq zmm15, zmm15, 52
vpaddq zmm15, zmm20, zmm15
vpmadd52luq zmm15, zmm28, [rdi + 64]
vpmadd52huq zmm15, zmm28, [rdi]
vmovdqa64 zmm20, [rdi + 896]
vpaddq zmm17, zmm20, zmm20
vpsrlq zmm29, [rdi + 832], 51
vpaddq zmm29, zmm17, zmm29
vpmadd52luq zmm15, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm21, zmm27, zmm28
vpmadd52huq zmm21, zmm28, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm22, zmm6, zmm28
vpmadd52huq zmm22, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm23, zmm27, zmm28
vpmadd52huq zmm23, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm24, zmm6, zmm28
vpmadd52huq zmm24, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 384]
vpmadd52luq zmm25, zmm27, zmm28
vpmadd52huq zmm25, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 448]
vpmadd52luq zmm3, zmm6, zmm28
vpmadd52huq zmm3, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 512]
vpmadd52luq zmm7, zmm27, zmm28
vpmadd52huq zmm7, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 576]
vpmadd52luq zmm26, zmm6, zmm28
vpmadd52huq zmm26, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 640]
vpmadd52luq zmm8, zmm27, zmm28
vpmadd52huq zmm8, zmm6, zmm28
vmovdqa64 zmm6, [rdi + 704]
vpmadd52luq zmm9, zmm6, zmm28
vpmadd52huq zmm9, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 768]
vpmadd52luq zmm2, zmm27, zmm16
vpmadd52huq zmm2, zmm6, zmm28
vpmadd52luq zmm5, zmm19, zmm19
vpmadd52huq zmm5, zmm27, zmm16
vpmadd52huq zmm4, zmm19, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm15, zmm18, zmm19
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm18, [rsi]
vpaddq zmm16, zmm15, zmm16
vmovdqa64 zmm15, [rsi + 128]
vpmadd52luq zmm21, zmm18, zmm15
vpmadd52huq zmm21, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm22, zmm18, zmm19
vpmadd52huq zmm22, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 256]
vpmadd52luq zmm23, zmm18, zmm15
vpmadd52huq zmm23, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm24, zmm18, zmm19
vpmadd52huq zmm24, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 384]
vpmadd52luq zmm25, zmm18, zmm15
vpmadd52huq zmm25, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm3, zmm18, zmm19
vpmadd52huq zmm3, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 512]
vpmadd52luq zmm7, zmm18, zmm15
vpmadd52huq zmm7, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm26, zmm18, zmm19
vpmadd52huq zmm26, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 640]
vpmadd52luq zmm8, zmm18, zmm15
vpmadd52huq zmm8, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm9, zmm18, zmm19
vpmadd52huq zmm9, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 768]
vpmadd52luq zmm2, zmm18, zmm15
vpmadd52huq zmm2, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm5, zmm18, zmm19
vpmadd52huq zmm5, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 896]
vpmadd52luq zmm4, zmm18, zmm15
vpmadd52huq zmm4, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 960]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 1024]
vpmadd52luq zmm11, zmm18, zmm15
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1088]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm18, zmm15
vmovdqa64 zmm15, [rsi + 1152]
vpmadd52luq zmm13, zmm18, zmm15
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1216]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm18, zmm15
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm19, zmm0
vpmadd52luq zmm19, zmm16, zmm0
vpsrlq zmm16, zmm16, 52
vpaddq zmm16, zmm21, zmm16
vpmadd52luq zmm16, zmm29, [rdi + 64]
vpmadd52huq zmm16, zmm29, [rdi]
vmovdqa64 zmm21, [rdi + 960]
vpaddq zmm18, zmm21, zmm21
vpsrlq zmm27, [rdi + 896], 51
vpaddq zmm27, zmm18, zmm27
vpmadd52luq zmm16, zmm27, [rdi]
vmovdqa64 zmm28, [rdi + 128]
vpmadd52luq zmm22, zmm28, zmm29
vpmadd52huq zmm22, zmm29, [rdi + 64]
vmovdqa64 zmm6, [rdi + 192]
vpmadd52luq zmm23, zmm6, zmm29
vpmadd52huq zmm23, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 256]
vpmadd52luq zmm24, zmm28, zmm29
vpmadd52huq zmm24, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 320]
vpmadd52luq zmm25, zmm6, zmm29
vpmadd52huq zmm25, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 384]
vpmadd52luq zmm3, zmm28, zmm29
vpmadd52huq zmm3, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 448]
vpmadd52luq zmm7, zmm6, zmm29
vpmadd52huq zmm7, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 512]
vpmadd52luq zmm26, zmm28, zmm29
vpmadd52huq zmm26, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 576]
vpmadd52luq zmm8, zmm6, zmm29
vpmadd52huq zmm8, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 640]
vpmadd52luq zmm9, zmm28, zmm29
vpmadd52huq zmm9, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 704]
vpmadd52luq zmm2, zmm6, zmm29
vpmadd52huq zmm2, zmm28, zmm29
vmovdqa64 zmm28, [rdi + 768]
vpmadd52luq zmm5, zmm28, zmm29
vpmadd52huq zmm5, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 832]
vpmadd52luq zmm4, zmm6, zmm17
vpmadd52huq zmm4, zmm28, zmm29
vpmadd52luq zmm10, zmm20, zmm20
vpmadd52huq zmm10, zmm6, zmm17
vpmadd52huq zmm11, zmm20, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm16, zmm19, zmm20
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm19, [rsi]
vpaddq zmm17, zmm16, zmm17
vmovdqa64 zmm16, [rsi + 128]
vpmadd52luq zmm22, zmm19, zmm16
vpmadd52huq zmm22, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm23, zmm19, zmm20
vpmadd52huq zmm23, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 256]
vpmadd52luq zmm24, zmm19, zmm16
vpmadd52huq zmm24, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm25, zmm19, zmm20
vpmadd52huq zmm25, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 384]
vpmadd52luq zmm3, zmm19, zmm16
vpmadd52huq zmm3, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm7, zmm19, zmm20
vpmadd52huq zmm7, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 512]
vpmadd52luq zmm26, zmm19, zmm16
vpmadd52huq zmm26, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm8, zmm19, zmm20
vpmadd52huq zmm8, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 640]
vpmadd52luq zmm9, zmm19, zmm16
vpmadd52huq zmm9, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm2, zmm19, zmm20
vpmadd52huq zmm2, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 768]
vpmadd52luq zmm5, zmm19, zmm16
vpmadd52huq zmm5, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm4, zmm19, zmm20
vpmadd52huq zmm4, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 896]
vpmadd52luq zmm10, zmm19, zmm16
vpmadd52huq zmm10, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 960]
vpmadd52luq zmm11, zmm19, zmm20
vpmadd52huq zmm11, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 1024]
vpmadd52luq zmm12, zmm19, zmm16
vpmadd52huq zmm12, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1088]
vpmadd52luq zmm13, zmm19, zmm20
vpmadd52huq zmm13, zmm19, zmm16
vmovdqa64 zmm16, [rsi + 1152]
vpmadd52luq zmm14, zmm19, zmm16
vpmadd52huq zmm14, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1216]
vpmadd52luq zmm15, zmm19, zmm20
vpmadd52huq zmm15, zmm19, zmm16
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm19, zmm20
vmovdqa64 zmm20, zmm0
vpmadd52luq zmm20, zmm17, zmm0
vpsrlq zmm17, zmm17, 52
vpaddq zmm17, zmm22, zmm17
vpmadd52luq zmm17, zmm27, [rdi + 64]
vpmadd52huq zmm17, zmm27, [rdi]
vmovdqa64 zmm22, [rdi + 1024]
vpaddq zmm19, zmm22, zmm22
vpsrlq zmm6, [rdi + 960], 51
vpaddq zmm6, zmm19, zmm6
vpmadd52luq zmm17, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm23, zmm29, zmm27
vpmadd52huq zmm23, zmm27, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm24, zmm28, zmm27
vpmadd52huq zmm24, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm25, zmm29, zmm27
vpmadd52huq zmm25, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm3, zmm28, zmm27
vpmadd52huq zmm3, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm7, zmm29, zmm27
vpmadd52huq zmm7, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 448]
vpmadd52luq zmm26, zmm28, zmm27
vpmadd52huq zmm26, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 512]
vpmadd52luq zmm8, zmm29, zmm27
vpmadd52huq zmm8, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 576]
vpmadd52luq zmm9, zmm28, zmm27
vpmadd52huq zmm9, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 640]
vpmadd52luq zmm2, zmm29, zmm27
vpmadd52huq zmm2, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 704]
vpmadd52luq zmm5, zmm28, zmm27
vpmadd52huq zmm5, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 768]
vpmadd52luq zmm4, zmm29, zmm27
vpmadd52huq zmm4, zmm28, zmm27
vmovdqa64 zmm28, [rdi + 832]
vpmadd52luq zmm10, zmm28, zmm27
vpmadd52huq zmm10, zmm29, zmm27
vmovdqa64 zmm29, [rdi + 896]
vpmadd52luq zmm11, zmm29, zmm18
vpmadd52huq zmm11, zmm28, zmm27
vpmadd52luq zmm12, zmm21, zmm21
vpmadd52huq zmm12, zmm29, zmm18
vpmadd52huq zmm13, zmm21, zmm21
vmovdqa64 zmm21, [rsi + 64]
vpmadd52luq zmm17, zmm20, zmm21
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm20, [rsi]
vpaddq zmm18, zmm17, zmm18
vmovdqa64 zmm17, [rsi + 128]
vpmadd52luq zmm23, zmm20, zmm17
vpmadd52huq zmm23, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 192]
vpmadd52luq zmm24, zmm20, zmm21
vpmadd52huq zmm24, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 256]
vpmadd52luq zmm25, zmm20, zmm17
vpmadd52huq zmm25, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 320]
vpmadd52luq zmm3, zmm20, zmm21
vpmadd52huq zmm3, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 384]
vpmadd52luq zmm7, zmm20, zmm17
vpmadd52huq zmm7, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 448]
vpmadd52luq zmm26, zmm20, zmm21
vpmadd52huq zmm26, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 512]
vpmadd52luq zmm8, zmm20, zmm17
vpmadd52huq zmm8, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 576]
vpmadd52luq zmm9, zmm20, zmm21
vpmadd52huq zmm9, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 640]
vpmadd52luq zmm2, zmm20, zmm17
vpmadd52huq zmm2, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 704]
vpmadd52luq zmm5, zmm20, zmm21
vpmadd52huq zmm5, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 768]
vpmadd52luq zmm4, zmm20, zmm17
vpmadd52huq zmm4, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 832]
vpmadd52luq zmm10, zmm20, zmm21
vpmadd52huq zmm10, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 896]
vpmadd52luq zmm11, zmm20, zmm17
vpmadd52huq zmm11, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 960]
vpmadd52luq zmm12, zmm20, zmm21
vpmadd52huq zmm12, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 1024]
vpmadd52luq zmm13, zmm20, zmm17
vpmadd52huq zmm13, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1088]
vpmadd52luq zmm14, zmm20, zmm21
vpmadd52huq zmm14, zmm20, zmm17
vmovdqa64 zmm17, [rsi + 1152]
vpmadd52luq zmm15, zmm20, zmm17
vpmadd52huq zmm15, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1216]
vpmadd52luq zmm16, zmm20, zmm21
vpmadd52huq zmm16, zmm20, zmm17
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm20, zmm21
vmovdqa64 zmm21, zmm0
vpmadd52luq zmm21, zmm18, zmm0
vpsrlq zmm18, zmm18, 52
vpaddq zmm18, zmm23, zmm18
vpmadd52luq zmm18, zmm6, [rdi + 64]
vpmadd52huq zmm18, zmm6, [rdi]
vmovdqa64 zmm23, [rdi + 1088]
vpaddq zmm20, zmm23, zmm23
vpsrlq zmm29, [rdi + 1024], 51
vpaddq zmm29, zmm20, zmm29
vpmadd52luq zmm18, zmm29, [rdi]
vmovdqa64 zmm27, [rdi + 128]
vpmadd52luq zmm24, zmm27, zmm6
vpmadd52huq zmm24, zmm6, [rdi + 64]
vmovdqa64 zmm28, [rdi + 192]
vpmadd52luq zmm25, zmm28, zmm6
vpmadd52huq zmm25, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 256]
vpmadd52luq zmm3, zmm27, zmm6
vpmadd52huq zmm3, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 320]
vpmadd52luq zmm7, zmm28, zmm6
vpmadd52huq zmm7, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 384]
vpmadd52luq zmm26, zmm27, zmm6
vpmadd52huq zmm26, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 448]
vpmadd52luq zmm8, zmm28, zmm6
vpmadd52huq zmm8, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 512]
vpmadd52luq zmm9, zmm27, zmm6
vpmadd52huq zmm9, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 576]
vpmadd52luq zmm2, zmm28, zmm6
vpmadd52huq zmm2, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 640]
vpmadd52luq zmm5, zmm27, zmm6
vpmadd52huq zmm5, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 704]
vpmadd52luq zmm4, zmm28, zmm6
vpmadd52huq zmm4, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 768]
vpmadd52luq zmm10, zmm27, zmm6
vpmadd52huq zmm10, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 832]
vpmadd52luq zmm11, zmm28, zmm6
vpmadd52huq zmm11, zmm27, zmm6
vmovdqa64 zmm27, [rdi + 896]
vpmadd52luq zmm12, zmm27, zmm6
vpmadd52huq zmm12, zmm28, zmm6
vmovdqa64 zmm28, [rdi + 960]
vpmadd52luq zmm13, zmm28, zmm19
vpmadd52huq zmm13, zmm27, zmm6
vpmadd52luq zmm14, zmm22, zmm22
vpmadd52huq zmm14, zmm28, zmm19
vpmadd52huq zmm15, zmm22, zmm22
vmovdqa64 zmm22, [rsi + 64]
vpmadd52luq zmm18, zmm21, zmm22
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm21, [rsi]
vpaddq zmm19, zmm18, zmm19
vmovdqa64 zmm18, [rsi + 128]
vpmadd52luq zmm24, zmm21, zmm18
vpmadd52huq zmm24, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 192]
vpmadd52luq zmm25, zmm21, zmm22
vpmadd52huq zmm25, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 256]
vpmadd52luq zmm3, zmm21, zmm18
vpmadd52huq zmm3, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 320]
vpmadd52luq zmm7, zmm21, zmm22
vpmadd52huq zmm7, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 384]
vpmadd52luq zmm26, zmm21, zmm18
vpmadd52huq zmm26, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 448]
vpmadd52luq zmm8, zmm21, zmm22
vpmadd52huq zmm8, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 512]
vpmadd52luq zmm9, zmm21, zmm18
vpmadd52huq zmm9, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 576]
vpmadd52luq zmm2, zmm21, zmm22
vpmadd52huq zmm2, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 640]
vpmadd52luq zmm5, zmm21, zmm18
vpmadd52huq zmm5, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 704]
vpmadd52luq zmm4, zmm21, zmm22
vpmadd52huq zmm4, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 768]
vpmadd52luq zmm10, zmm21, zmm18
vpmadd52huq zmm10, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 832]
vpmadd52luq zmm11, zmm21, zmm22
vpmadd52huq zmm11, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 896]
vpmadd52luq zmm12, zmm21, zmm18
vpmadd52huq zmm12, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 960]
vpmadd52luq zmm13, zmm21, zmm22
vpmadd52huq zmm13, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 1024]
vpmadd52luq zmm14, zmm21, zmm18
vpmadd52huq zmm14, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1088]
vpmadd52luq zmm15, zmm21, zmm22
vpmadd52huq zmm15, zmm21, zmm18
vmovdqa64 zmm18, [rsi + 1152]
vpmadd52luq zmm16, zmm21, zmm18
vpmadd52huq zmm16, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1216]
vpmadd52luq zmm17, zmm21, zmm22
vpmadd52huq zmm17, zmm21, zmm18
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm21, zmm22
vmovdqa64 zmm22, [rdx + 4096]
vmovdqa64 zmm22{k1}, [rdx + 4160]
vmovdqa64 zmm21, [rdx + 4224]
vmovdqa64 zmm21{k1}, [rdx + 4288]
vmovdqa64 zmm22{k2}, zmm21
vmovdqa64 zmm21, [rdx + 4352]
vmovdqa64 zmm21{k1}, [rdx + 4416]
vmovdqa64 zmm28, [rdx + 4480]
vmovdqa64 zmm28{k1}, [rdx + 4544]
vmovdqa64 zmm21{k2}, zmm28
vmovdqa64 zmm22{k3}, zmm21
vmovdqa64 zmm21, [rdx + 4608]
vmovdqa64 zmm21{k1}, [rdx + 4672]
vmovdqa64 zmm28, [rdx + 4736]
vmovdqa64 zmm28{k1}, [rdx + 4800]
vmovdqa64 zmm21{k2}, zmm28
vmovdqa64 zmm28, [rdx + 4864]
vmovdqa64 zmm28{k1}, [rdx + 4928]
vmovdqa64 zmm6, [rdx + 4992]
vmovdqa64 zmm6{k1}, [rdx + 5056]
vmovdqa64 zmm28{k2}, zmm6
vmovdqa64 zmm21{k3}, zmm28
vmovdqa64 zmm22{k4}, zmm21
vmovdqa64 [r8 + 256], zmm22
vmovdqa64 zmm22, zmm0
vpmadd52luq zmm22, zmm19, zmm0
vpsrlq zmm19, zmm19, 52
vpaddq zmm19, zmm24, zmm19
vpmadd52luq zmm19, zmm29, [rdi + 64]
vpmadd52huq zmm19, zmm29, [rdi]
vmovdqa64 zmm24, [rdi + 1152]
vpaddq zmm21, zmm24, zmm24
vpsrlq zmm28, [rdi + 1088], 51
vpaddq zmm28, zmm21, zmm28
vpmadd52luq zmm19, zmm28, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm25, zmm6, zmm29
vpmadd52huq zmm25, zmm29, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm3, zmm27, zmm29
vpmadd52huq zmm3, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm7, zmm6, zmm29
vpmadd52huq zmm7, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm26, zmm27, zmm29
vpmadd52huq zmm26, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm8, zmm6, zmm29
vpmadd52huq zmm8, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm9, zmm27, zmm29
vpmadd52huq zmm9, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm2, zmm6, zmm29
vpmadd52huq zmm2, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 576]
vpmadd52luq zmm5, zmm27, zmm29
vpmadd52huq zmm5, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm4, zmm6, zmm29
vpmadd52huq zmm4, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 704]
vpmadd52luq zmm10, zmm27, zmm29
vpmadd52huq zmm10, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm11, zmm6, zmm29
vpmadd52huq zmm11, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 832]
vpmadd52luq zmm12, zmm27, zmm29
vpmadd52huq zmm12, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm13, zmm6, zmm29
vpmadd52huq zmm13, zmm27, zmm29
vmovdqa64 zmm27, [rdi + 960]
vpmadd52luq zmm14, zmm27, zmm29
vpmadd52huq zmm14, zmm6, zmm29
vmovdqa64 zmm6, [rdi + 1024]
vpmadd52luq zmm15, zmm6, zmm20
vpmadd52huq zmm15, zmm27, zmm29
vpmadd52luq zmm16, zmm23, zmm23
vpmadd52huq zmm16, zmm6, zmm20
vpmadd52huq zmm17, zmm23, zmm23
vmovdqa64 zmm23, [rsi + 64]
vpmadd52luq zmm19, zmm22, zmm23
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm22, [rsi]
vpaddq zmm20, zmm19, zmm20
vmovdqa64 zmm19, [rsi + 128]
vpmadd52luq zmm25, zmm22, zmm19
vpmadd52huq zmm25, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 192]
vpmadd52luq zmm3, zmm22, zmm23
vpmadd52huq zmm3, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 256]
vpmadd52luq zmm7, zmm22, zmm19
vpmadd52huq zmm7, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 320]
vpmadd52luq zmm26, zmm22, zmm23
vpmadd52huq zmm26, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 384]
vpmadd52luq zmm8, zmm22, zmm19
vpmadd52huq zmm8, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 448]
vpmadd52luq zmm9, zmm22, zmm23
vpmadd52huq zmm9, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 512]
vpmadd52luq zmm2, zmm22, zmm19
vpmadd52huq zmm2, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 576]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 640]
vpmadd52luq zmm4, zmm22, zmm19
vpmadd52huq zmm4, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 704]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 768]
vpmadd52luq zmm11, zmm22, zmm19
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 832]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 896]
vpmadd52luq zmm13, zmm22, zmm19
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 960]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 1024]
vpmadd52luq zmm15, zmm22, zmm19
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1088]
vpmadd52luq zmm16, zmm22, zmm23
vpmadd52huq zmm16, zmm22, zmm19
vmovdqa64 zmm19, [rsi + 1152]
vpmadd52luq zmm17, zmm22, zmm19
vpmadd52huq zmm17, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1216]
vpmadd52luq zmm18, zmm22, zmm23
vpmadd52huq zmm18, zmm22, zmm19
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm22, zmm23
vmovdqa64 zmm23, zmm0
vpmadd52luq zmm23, zmm20, zmm0
vpsrlq zmm20, zmm20, 52
vpaddq zmm20, zmm25, zmm20
vpmadd52luq zmm20, zmm28, [rdi + 64]
vpmadd52huq zmm20, zmm28, [rdi]
vmovdqa64 zmm25, [rdi + 1216]
vpaddq zmm22, zmm25, zmm25
vpsrlq zmm6, [rdi + 1152], 51
vpaddq zmm6, zmm22, zmm6
vpmadd52luq zmm20, zmm6, [rdi]
vmovdqa64 zmm29, [rdi + 128]
vpmadd52luq zmm3, zmm29, zmm28
vpmadd52huq zmm3, zmm28, [rdi + 64]
vmovdqa64 zmm27, [rdi + 192]
vpmadd52luq zmm7, zmm27, zmm28
vpmadd52huq zmm7, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 256]
vpmadd52luq zmm26, zmm29, zmm28
vpmadd52huq zmm26, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 320]
vpmadd52luq zmm8, zmm27, zmm28
vpmadd52huq zmm8, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 384]
vpmadd52luq zmm9, zmm29, zmm28
vpmadd52huq zmm9, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 448]
vpmadd52luq zmm2, zmm27, zmm28
vpmadd52huq zmm2, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 512]
vpmadd52luq zmm5, zmm29, zmm28
vpmadd52huq zmm5, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 576]
vpmadd52luq zmm4, zmm27, zmm28
vpmadd52huq zmm4, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 640]
vpmadd52luq zmm10, zmm29, zmm28
vpmadd52huq zmm10, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 704]
vpmadd52luq zmm11, zmm27, zmm28
vpmadd52huq zmm11, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 768]
vpmadd52luq zmm12, zmm29, zmm28
vpmadd52huq zmm12, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 832]
vpmadd52luq zmm13, zmm27, zmm28
vpmadd52huq zmm13, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 896]
vpmadd52luq zmm14, zmm29, zmm28
vpmadd52huq zmm14, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 960]
vpmadd52luq zmm15, zmm27, zmm28
vpmadd52huq zmm15, zmm29, zmm28
vmovdqa64 zmm29, [rdi + 1024]
vpmadd52luq zmm16, zmm29, zmm28
vpmadd52huq zmm16, zmm27, zmm28
vmovdqa64 zmm27, [rdi + 1088]
vpmadd52luq zmm17, zmm27, zmm21
vpmadd52huq zmm17, zmm29, zmm28
vpmadd52luq zmm18, zmm24, zmm24
vpmadd52huq zmm18, zmm27, zmm21
vpmadd52huq zmm19, zmm24, zmm24
vmovdqa64 zmm24, [rsi + 64]
vpmadd52luq zmm20, zmm23, zmm24
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm23, [rsi]
vpaddq zmm21, zmm20, zmm21
vmovdqa64 zmm20, [rsi + 128]
vpmadd52luq zmm3, zmm23, zmm20
vpmadd52huq zmm3, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 192]
vpmadd52luq zmm7, zmm23, zmm24
vpmadd52huq zmm7, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 256]
vpmadd52luq zmm26, zmm23, zmm20
vpmadd52huq zmm26, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 320]
vpmadd52luq zmm8, zmm23, zmm24
vpmadd52huq zmm8, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 384]
vpmadd52luq zmm9, zmm23, zmm20
vpmadd52huq zmm9, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 448]
vpmadd52luq zmm2, zmm23, zmm24
vpmadd52huq zmm2, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 512]
vpmadd52luq zmm5, zmm23, zmm20
vpmadd52huq zmm5, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 576]
vpmadd52luq zmm4, zmm23, zmm24
vpmadd52huq zmm4, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 640]
vpmadd52luq zmm10, zmm23, zmm20
vpmadd52huq zmm10, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 704]
vpmadd52luq zmm11, zmm23, zmm24
vpmadd52huq zmm11, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 768]
vpmadd52luq zmm12, zmm23, zmm20
vpmadd52huq zmm12, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 832]
vpmadd52luq zmm13, zmm23, zmm24
vpmadd52huq zmm13, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 896]
vpmadd52luq zmm14, zmm23, zmm20
vpmadd52huq zmm14, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 960]
vpmadd52luq zmm15, zmm23, zmm24
vpmadd52huq zmm15, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 1024]
vpmadd52luq zmm16, zmm23, zmm20
vpmadd52huq zmm16, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1088]
vpmadd52luq zmm17, zmm23, zmm24
vpmadd52huq zmm17, zmm23, zmm20
vmovdqa64 zmm20, [rsi + 1152]
vpmadd52luq zmm18, zmm23, zmm20
vpmadd52huq zmm18, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1216]
vpmadd52luq zmm19, zmm23, zmm24
vpmadd52huq zmm19, zmm23, zmm20
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm23, zmm24
vmovdqa64 zmm24, zmm0
vpmadd52luq zmm24, zmm21, zmm0
vpsrlq zmm21, zmm21, 52
vpaddq zmm21, zmm3, zmm21
vpmadd52luq zmm21, zmm6, [rdi + 64]
vpmadd52huq zmm21, zmm6, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm6, [rdi + 64]
vmovdqa64 zmm0, [rdi + 192]
vpmadd52luq zmm26, zmm0, zmm6
vpmadd52huq zmm26, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm8, zmm3, zmm6
vpmadd52huq zmm8, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 320]
vpmadd52luq zmm9, zmm0, zmm6
vpmadd52huq zmm9, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm2, zmm3, zmm6
vpmadd52huq zmm2, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 448]
vpmadd52luq zmm5, zmm0, zmm6
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm4, zmm3, zmm6
vpmadd52huq zmm4, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 576]
vpmadd52luq zmm10, zmm0, zmm6
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 704]
vpmadd52luq zmm12, zmm0, zmm6
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 832]
vpmadd52luq zmm14, zmm0, zmm6
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 960]
vpmadd52luq zmm16, zmm0, zmm6
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 1024]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm0, zmm6
vmovdqa64 zmm0, [rdi + 1088]
vpmadd52luq zmm18, zmm0, zmm6
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm3, [rdi + 1152]
vpmadd52luq zmm19, zmm3, zmm22
vpmadd52huq zmm19, zmm0, zmm6
vpmadd52luq zmm20, zmm25, zmm25
vpmadd52huq zmm20, zmm3, zmm22
vpxord zmm22, zmm22, zmm22
vpmadd52huq zmm22, zmm25, zmm25
vmovdqa64 zmm25, [rsi + 64]
vpmadd52luq zmm21, zmm24, zmm25
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm24, [rsi]
vpaddq zmm3, zmm21, zmm3
vmovdqa64 zmm21, [rsi + 128]
vpmadd52luq zmm7, zmm24, zmm21
vpmadd52huq zmm7, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 192]
vpmadd52luq zmm26, zmm24, zmm25
vpmadd52huq zmm26, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 256]
vpmadd52luq zmm8, zmm24, zmm21
vpmadd52huq zmm8, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 320]
vpmadd52luq zmm9, zmm24, zmm25
vpmadd52huq zmm9, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 384]
vpmadd52luq zmm2, zmm24, zmm21
vpmadd52huq zmm2, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 448]
vpmadd52luq zmm5, zmm24, zmm25
vpmadd52huq zmm5, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 512]
vpmadd52luq zmm4, zmm24, zmm21
vpmadd52huq zmm4, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 576]
vpmadd52luq zmm10, zmm24, zmm25
vpmadd52huq zmm10, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 640]
vpmadd52luq zmm11, zmm24, zmm21
vpmadd52huq zmm11, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 704]
vpmadd52luq zmm12, zmm24, zmm25
vpmadd52huq zmm12, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 768]
vpmadd52luq zmm13, zmm24, zmm21
vpmadd52huq zmm13, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 832]
vpmadd52luq zmm14, zmm24, zmm25
vpmadd52huq zmm14, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 896]
vpmadd52luq zmm15, zmm24, zmm21
vpmadd52huq zmm15, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 960]
vpmadd52luq zmm16, zmm24, zmm25
vpmadd52huq zmm16, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 1024]
vpmadd52luq zmm17, zmm24, zmm21
vpmadd52huq zmm17, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1088]
vpmadd52luq zmm18, zmm24, zmm25
vpmadd52huq zmm18, zmm24, zmm21
vmovdqa64 zmm21, [rsi + 1152]
vpmadd52luq zmm19, zmm24, zmm21
vpmadd52huq zmm19, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1216]
vpmadd52luq zmm20, zmm24, zmm25
vpmadd52huq zmm20, zmm24, zmm21
vpmadd52huq zmm22, zmm24, zmm25
vpandq zmm25, zmm3, zmm1
vmovdqa64 [rdi], zmm25
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm7, zmm3
vpandq zmm7, zmm3, zmm1
vmovdqa64 [rdi + 64], zmm7
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm26, zmm3
vpandq zmm26, zmm3, zmm1
vmovdqa64 [rdi + 128], zmm26
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm8, zmm3
vpandq zmm8, zmm3, zmm1
vmovdqa64 [rdi + 192], zmm8
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm9, zmm3
vpandq zmm9, zmm3, zmm1
vmovdqa64 [rdi + 256], zmm9
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm2, zmm3
vpandq zmm2, zmm3, zmm1
vmovdqa64 [rdi + 320], zmm2
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm5, zmm3
vpandq zmm5, zmm3, zmm1
vmovdqa64 [rdi + 384], zmm5
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm4, zmm3
vpandq zmm4, zmm3, zmm1
vmovdqa64 [rdi + 448], zmm4
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm10, zmm3
vpandq zmm10, zmm3, zmm1
vmovdqa64 [rdi + 512], zmm10
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm11, zmm3
vpandq zmm11, zmm3, zmm1
vmovdqa64 [rdi + 576], zmm11
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm12, zmm3
vpandq zmm12, zmm3, zmm1
vmovdqa64 [rdi + 640], zmm12
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm13, zmm3
vpandq zmm13, zmm3, zmm1
vmovdqa64 [rdi + 704], zmm13
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm14, zmm3
vpandq zmm14, zmm3, zmm1
vmovdqa64 [rdi + 768], zmm14
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm15, zmm3
vpandq zmm15, zmm3, zmm1
vmovdqa64 [rdi + 832], zmm15
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm16, zmm3
vpandq zmm16, zmm3, zmm1
vmovdqa64 [rdi + 896], zmm16
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm17, zmm3
vpandq zmm17, zmm3, zmm1
vmovdqa64 [rdi + 960], zmm17
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm18, zmm3
vpandq zmm18, zmm3, zmm1
vmovdqa64 [rdi + 1024], zmm18
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm19, zmm3
vpandq zmm19, zmm3, zmm1
vmovdqa64 [rdi + 1088], zmm19
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm20, zmm3
vpandq zmm20, zmm3, zmm1
vmovdqa64 [rdi + 1152], zmm20
vpsrlq zmm3, zmm3, 52
vpaddq zmm3, zmm22, zmm3
vpandq zmm1, zmm3, zmm1
vmovdqa64 [rdi + 1216], zmm1
ret
.size akeyd_hw_square_and_look_up_20, . - akeyd_hw_square_and_look_up_20
.p2align 6
.globl akeyd_hw_multiply_by_entry_20_of_8
.hidden akeyd_hw_multiply_by_entry_20_of_8
.type akeyd_hw_multiply_by_entry_20_of_8, @function
# 27 registers
akeyd_hw_multiply_by_entry_20_of_8:
vmovdqa64 zmm0, [rcx]
vpsrlq zmm1, zmm0, 3
mov rax, 1
vpbroadcastq zmm2, rax
vpcmpeqq k1, zmm1, zmm2
mov rax, 2
vpbroadcastq zmm2, rax
vpcmpeqq k2, zmm1, zmm2
mov rax, 3
vpbroadcastq zmm2, rax
vpcmpeqq k3, zmm1, zmm2
mov rax, 4
vpbroadcastq zmm2, rax
vpcmpeqq k4, zmm1, zmm2
mov rax, 5
vpbroadcastq zmm2, rax
vpcmpeqq k5, zmm1, zmm2
mov rax, 6
vpbroadcastq zmm2, rax
vpcmpeqq k6, zmm1, zmm2
mov rax, 7
vpbroadcastq zmm2, rax
vpcmpeqq k7, zmm1, zmm2
mov rax, 4503599627370495
vpbroadcastq zmm2, rax
vmovdqa64 zmm1, [rsi + 1280]
vpermq zmm3, zmm0, [rdx]
vpermq zmm3{k1}, zmm0, [rdx + 64]
vpermq zmm3{k2}, zmm0, [rdx + 128]
vpermq zmm3{k3}, zmm0, [rdx + 192]
vpermq zmm3{k4}, zmm0, [rdx + 256]
vpermq zmm3{k5}, zmm0, [rdx + 320]
vpermq zmm3{k6}, zmm0, [rdx + 384]
vpermq zmm3{k7}, zmm0, [rdx + 448]
vmovdqa64 zmm4, zmm2
vpmadd52luq zmm4, zmm3, [rdi]
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm2, zmm4
vpmadd52luq zmm4, zmm3, [rdi + 64]
vpmadd52huq zmm4, zmm3, [rdi]
vpermq zmm6, zmm0, [rdx + 512]
vpermq zmm6{k1}, zmm0, [rdx + 576]
vpermq zmm6{k2}, zmm0, [rdx + 640]
vpermq zmm6{k3}, zmm0, [rdx + 704]
vpermq zmm6{k4}, zmm0, [rdx + 768]
vpermq zmm6{k5}, zmm0, [rdx + 832]
vpermq zmm6{k6}, zmm0, [rdx + 896]
vpermq zmm6{k7}, zmm0, [rdx + 960]
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vmovdqa64 zmm8, zmm2
vpmadd52luq zmm8, zmm7, zmm3
vpmadd52huq zmm8, zmm3, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vmovdqa64 zmm10, zmm2
vpmadd52luq zmm10, zmm9, zmm3
vpmadd52huq zmm10, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 256]
vmovdqa64 zmm11, zmm2
vpmadd52luq zmm11, zmm7, zmm3
vpmadd52huq zmm11, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 320]
vmovdqa64 zmm12, zmm2
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 384]
vmovdqa64 zmm13, zmm2
vpmadd52luq zmm13, zmm7, zmm3
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 448]
vmovdqa64 zmm14, zmm2
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 512]
vmovdqa64 zmm15, zmm2
vpmadd52luq zmm15, zmm7, zmm3
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 576]
vmovdqa64 zmm16, zmm2
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 640]
vmovdqa64 zmm17, zmm2
vpmadd52luq zmm17, zmm7, zmm3
vpmadd52huq zmm17, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 704]
vmovdqa64 zmm18, zmm2
vpmadd52luq zmm18, zmm9, zmm3
vpmadd52huq zmm18, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 768]
vmovdqa64 zmm19, zmm2
vpmadd52luq zmm19, zmm7, zmm3
vpmadd52huq zmm19, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 832]
vmovdqa64 zmm20, zmm2
vpmadd52luq zmm20, zmm9, zmm3
vpmadd52huq zmm20, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 896]
vmovdqa64 zmm21, zmm2
vpmadd52luq zmm21, zmm7, zmm3
vpmadd52huq zmm21, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 960]
vmovdqa64 zmm22, zmm2
vpmadd52luq zmm22, zmm9, zmm3
vpmadd52huq zmm22, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 1024]
vmovdqa64 zmm23, zmm2
vpmadd52luq zmm23, zmm7, zmm3
vpmadd52huq zmm23, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 1088]
vmovdqa64 zmm24, zmm2
vpmadd52luq zmm24, zmm9, zmm3
vpmadd52huq zmm24, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 1152]
vmovdqa64 zmm25, zmm2
vpmadd52luq zmm25, zmm7, zmm3
vpmadd52huq zmm25, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 1216]
vmovdqa64 zmm26, zmm2
vpmadd52luq zmm26, zmm9, zmm3
vpmadd52huq zmm26, zmm7, zmm3
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm9, zmm3
vmovdqa64 zmm3, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm3
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 192]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 320]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 448]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 704]
vpmadd52luq zmm18, zmm5, zmm3
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm19, zmm5, zmm4
vpmadd52huq zmm19, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 832]
vpmadd52luq zmm20, zmm5, zmm3
vpmadd52huq zmm20, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 960]
vpmadd52luq zmm22, zmm5, zmm3
vpmadd52huq zmm22, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm23, zmm5, zmm4
vpmadd52huq zmm23, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 1088]
vpmadd52luq zmm24, zmm5, zmm3
vpmadd52huq zmm24, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm25, zmm5, zmm4
vpmadd52huq zmm25, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 1216]
vpmadd52luq zmm26, zmm5, zmm3
vpmadd52huq zmm26, zmm5, zmm4
vpmadd52huq zmm7, zmm5, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm8, zmm9
vpmadd52luq zmm9, zmm6, [rdi + 64]
vpmadd52huq zmm9, zmm6, [rdi]
vpermq zmm8, zmm0, [rdx + 1024]
vpermq zmm8{k1}, zmm0, [rdx + 1088]
vpermq zmm8{k2}, zmm0, [rdx + 1152]
vpermq zmm8{k3}, zmm0, [rdx + 1216]
vpermq zmm8{k4}, zmm0, [rdx + 1280]
vpermq zmm8{k5}, zmm0, [rdx + 1344]
vpermq zmm8{k6}, zmm0, [rdx + 1408]
vpermq zmm8{k7}, zmm0, [rdx + 1472]
vpmadd52luq zmm9, zmm8, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm10, zmm5, zmm6
vpmadd52huq zmm10, zmm6, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm12, zmm5, zmm6
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm14, zmm5, zmm6
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm16, zmm5, zmm6
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm18, zmm5, zmm6
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm20, zmm5, zmm6
vpmadd52huq zmm20, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm21, zmm4, zmm6
vpmadd52huq zmm21, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm22, zmm5, zmm6
vpmadd52huq zmm22, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm23, zmm4, zmm6
vpmadd52huq zmm23, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 1024]
vpmadd52luq zmm24, zmm5, zmm6
vpmadd52huq zmm24, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm25, zmm4, zmm6
vpmadd52huq zmm25, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 1152]
vpmadd52luq zmm26, zmm5, zmm6
vpmadd52huq zmm26, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm7, zmm4, zmm6
vpmadd52huq zmm7, zmm5, zmm6
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm9, zmm3, zmm6
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm10, zmm3, zmm9
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 192]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm12, zmm3, zmm9
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 320]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm14, zmm3, zmm9
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 448]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm16, zmm3, zmm9
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 576]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm18, zmm3, zmm9
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 704]
vpmadd52luq zmm19, zmm3, zmm6
vpmadd52huq zmm19, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm20, zmm3, zmm9
vpmadd52huq zmm20, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 832]
vpmadd52luq zmm21, zmm3, zmm6
vpmadd52huq zmm21, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm22, zmm3, zmm9
vpmadd52huq zmm22, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 960]
vpmadd52luq zmm23, zmm3, zmm6
vpmadd52huq zmm23, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm24, zmm3, zmm9
vpmadd52huq zmm24, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 1088]
vpmadd52luq zmm25, zmm3, zmm6
vpmadd52huq zmm25, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm26, zmm3, zmm9
vpmadd52huq zmm26, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 1216]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm3, zmm9
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm10, zmm4
vpmadd52luq zmm4, zmm8, [rdi + 64]
vpmadd52huq zmm4, zmm8, [rdi]
vpermq zmm10, zmm0, [rdx + 1536]
vpermq zmm10{k1}, zmm0, [rdx + 1600]
vpermq zmm10{k2}, zmm0, [rdx + 1664]
vpermq zmm10{k3}, zmm0, [rdx + 1728]
vpermq zmm10{k4}, zmm0, [rdx + 1792]
vpermq zmm10{k5}, zmm0, [rdx + 1856]
vpermq zmm10{k6}, zmm0, [rdx + 1920]
vpermq zmm10{k7}, zmm0, [rdx + 1984]
vpmadd52luq zmm4, zmm10, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm11, zmm3, zmm8
vpmadd52huq zmm11, zmm8, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm12, zmm9, zmm8
vpmadd52huq zmm12, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm13, zmm3, zmm8
vpmadd52huq zmm13, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm14, zmm9, zmm8
vpmadd52huq zmm14, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm15, zmm3, zmm8
vpmadd52huq zmm15, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm16, zmm9, zmm8
vpmadd52huq zmm16, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm17, zmm3, zmm8
vpmadd52huq zmm17, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm18, zmm9, zmm8
vpmadd52huq zmm18, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm19, zmm3, zmm8
vpmadd52huq zmm19, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm20, zmm9, zmm8
vpmadd52huq zmm20, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm21, zmm3, zmm8
vpmadd52huq zmm21, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm22, zmm9, zmm8
vpmadd52huq zmm22, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm23, zmm3, zmm8
vpmadd52huq zmm23, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm24, zmm9, zmm8
vpmadd52huq zmm24, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 1024]
vpmadd52luq zmm25, zmm3, zmm8
vpmadd52huq zmm25, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm26, zmm9, zmm8
vpmadd52huq zmm26, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 1152]
vpmadd52luq zmm7, zmm3, zmm8
vpmadd52huq zmm7, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm5, zmm9, zmm8
vpmadd52huq zmm5, zmm3, zmm8
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm9, zmm8
vmovdqa64 zmm8, [rsi + 64]
vpmadd52luq zmm4, zmm6, zmm8
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm6, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm11, zmm6, zmm4
vpmadd52huq zmm11, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 192]
vpmadd52luq zmm12, zmm6, zmm8
vpmadd52huq zmm12, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm13, zmm6, zmm4
vpmadd52huq zmm13, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 320]
vpmadd52luq zmm14, zmm6, zmm8
vpmadd52huq zmm14, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm15, zmm6, zmm4
vpmadd52huq zmm15, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 448]
vpmadd52luq zmm16, zmm6, zmm8
vpmadd52huq zmm16, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm17, zmm6, zmm4
vpmadd52huq zmm17, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 576]
vpmadd52luq zmm18, zmm6, zmm8
vpmadd52huq zmm18, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm19, zmm6, zmm4
vpmadd52huq zmm19, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 704]
vpmadd52luq zmm20, zmm6, zmm8
vpmadd52huq zmm20, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm21, zmm6, zmm4
vpmadd52huq zmm21, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 832]
vpmadd52luq zmm22, zmm6, zmm8
vpmadd52huq zmm22, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm23, zmm6, zmm4
vpmadd52huq zmm23, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 960]
vpmadd52luq zmm24, zmm6, zmm8
vpmadd52huq zmm24, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm25, zmm6, zmm4
vpmadd52huq zmm25, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 1088]
vpmadd52luq zmm26, zmm6, zmm8
vpmadd52huq zmm26, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 1216]
vpmadd52luq zmm5, zmm6, zmm8
vpmadd52huq zmm5, zmm6, zmm4
vpmadd52huq zmm3, zmm6, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm10, [rdi + 64]
vpmadd52huq zmm9, zmm10, [rdi]
vpermq zmm11, zmm0, [rdx + 2048]
vpermq zmm11{k1}, zmm0, [rdx + 2112]
vpermq zmm11{k2}, zmm0, [rdx + 2176]
vpermq zmm11{k3}, zmm0, [rdx + 2240]
vpermq zmm11{k4}, zmm0, [rdx + 2304]
vpermq zmm11{k5}, zmm0, [rdx + 2368]
vpermq zmm11{k6}, zmm0, [rdx + 2432]
vpermq zmm11{k7}, zmm0, [rdx + 2496]
vpmadd52luq zmm9, zmm11, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm14, zmm6, zmm10
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm16, zmm6, zmm10
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm17, zmm4, zmm10
vpmadd52huq zmm17, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm18, zmm6, zmm10
vpmadd52huq zmm18, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm19, zmm4, zmm10
vpmadd52huq zmm19, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm20, zmm6, zmm10
vpmadd52huq zmm20, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm21, zmm4, zmm10
vpmadd52huq zmm21, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm22, zmm6, zmm10
vpmadd52huq zmm22, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm23, zmm4, zmm10
vpmadd52huq zmm23, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm24, zmm6, zmm10
vpmadd52huq zmm24, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm25, zmm4, zmm10
vpmadd52huq zmm25, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 1024]
vpmadd52luq zmm26, zmm6, zmm10
vpmadd52huq zmm26, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 1152]
vpmadd52luq zmm5, zmm6, zmm10
vpmadd52huq zmm5, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm3, zmm4, zmm10
vpmadd52huq zmm3, zmm6, zmm10
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm10
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm8, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm8, zmm9
vpmadd52huq zmm12, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm8, zmm9
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm18, zmm8, zmm9
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm21, zmm8, zmm10
vpmadd52huq zmm21, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm22, zmm8, zmm9
vpmadd52huq zmm22, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm23, zmm8, zmm10
vpmadd52huq zmm23, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm24, zmm8, zmm9
vpmadd52huq zmm24, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 960]
vpmadd52luq zmm25, zmm8, zmm10
vpmadd52huq zmm25, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm26, zmm8, zmm9
vpmadd52huq zmm26, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 1088]
vpmadd52luq zmm7, zmm8, zmm10
vpmadd52huq zmm7, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm5, zmm8, zmm9
vpmadd52huq zmm5, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 1216]
vpmadd52luq zmm3, zmm8, zmm10
vpmadd52huq zmm3, zmm8, zmm9
vpmadd52huq zmm6, zmm8, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm12, zmm4
vpmadd52luq zmm4, zmm11, [rdi + 64]
vpmadd52huq zmm4, zmm11, [rdi]
vpermq zmm12, zmm0, [rdx + 2560]
vpermq zmm12{k1}, zmm0, [rdx + 2624]
vpermq zmm12{k2}, zmm0, [rdx + 2688]
vpermq zmm12{k3}, zmm0, [rdx + 2752]
vpermq zmm12{k4}, zmm0, [rdx + 2816]
vpermq zmm12{k5}, zmm0, [rdx + 2880]
vpermq zmm12{k6}, zmm0, [rdx + 2944]
vpermq zmm12{k7}, zmm0, [rdx + 3008]
vpmadd52luq zmm4, zmm12, [rdi]
vmovdqa64 zmm8, [rdi + 128]
vpmadd52luq zmm13, zmm8, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm14, zmm9, zmm11
vpmadd52huq zmm14, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 256]
vpmadd52luq zmm15, zmm8, zmm11
vpmadd52huq zmm15, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm16, zmm9, zmm11
vpmadd52huq zmm16, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 384]
vpmadd52luq zmm17, zmm8, zmm11
vpmadd52huq zmm17, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm18, zmm9, zmm11
vpmadd52huq zmm18, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 512]
vpmadd52luq zmm19, zmm8, zmm11
vpmadd52huq zmm19, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm20, zmm9, zmm11
vpmadd52huq zmm20, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 640]
vpmadd52luq zmm21, zmm8, zmm11
vpmadd52huq zmm21, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm22, zmm9, zmm11
vpmadd52huq zmm22, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 768]
vpmadd52luq zmm23, zmm8, zmm11
vpmadd52huq zmm23, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm24, zmm9, zmm11
vpmadd52huq zmm24, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 896]
vpmadd52luq zmm25, zmm8, zmm11
vpmadd52huq zmm25, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm26, zmm9, zmm11
vpmadd52huq zmm26, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 1024]
vpmadd52luq zmm7, zmm8, zmm11
vpmadd52huq zmm7, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm5, zmm9, zmm11
vpmadd52huq zmm5, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 1152]
vpmadd52luq zmm3, zmm8, zmm11
vpmadd52huq zmm3, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm6, zmm9, zmm11
vpmadd52huq zmm6, zmm8, zmm11
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm4, zmm10, zmm11
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm10, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm4
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm4
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm17, zmm10, zmm4
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm19, zmm10, zmm4
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm21, zmm10, zmm4
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm22, zmm10, zmm11
vpmadd52huq zmm22, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm23, zmm10, zmm4
vpmadd52huq zmm23, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm24, zmm10, zmm11
vpmadd52huq zmm24, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm25, zmm10, zmm4
vpmadd52huq zmm25, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 960]
vpmadd52luq zmm26, zmm10, zmm11
vpmadd52huq zmm26, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm7, zmm10, zmm4
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1088]
vpmadd52luq zmm5, zmm10, zmm11
vpmadd52huq zmm5, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm3, zmm10, zmm4
vpmadd52huq zmm3, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1216]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm10, zmm4
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm13, zmm9
vpmadd52luq zmm9, zmm12, [rdi + 64]
vpmadd52huq zmm9, zmm12, [rdi]
vpermq zmm13, zmm0, [rdx + 3072]
vpermq zmm13{k1}, zmm0, [rdx + 3136]
vpermq zmm13{k2}, zmm0, [rdx + 3200]
vpermq zmm13{k3}, zmm0, [rdx + 3264]
vpermq zmm13{k4}, zmm0, [rdx + 3328]
vpermq zmm13{k5}, zmm0, [rdx + 3392]
vpermq zmm13{k6}, zmm0, [rdx + 3456]
vpermq zmm13{k7}, zmm0, [rdx + 3520]
vpmadd52luq zmm9, zmm13, [rdi]
vmovdqa64 zmm10, [rdi + 128]
vpmadd52luq zmm14, zmm10, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm15, zmm4, zmm12
vpmadd52huq zmm15, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 256]
vpmadd52luq zmm16, zmm10, zmm12
vpmadd52huq zmm16, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm17, zmm4, zmm12
vpmadd52huq zmm17, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 384]
vpmadd52luq zmm18, zmm10, zmm12
vpmadd52huq zmm18, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm19, zmm4, zmm12
vpmadd52huq zmm19, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 512]
vpmadd52luq zmm20, zmm10, zmm12
vpmadd52huq zmm20, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm21, zmm4, zmm12
vpmadd52huq zmm21, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 640]
vpmadd52luq zmm22, zmm10, zmm12
vpmadd52huq zmm22, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm23, zmm4, zmm12
vpmadd52huq zmm23, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 768]
vpmadd52luq zmm24, zmm10, zmm12
vpmadd52huq zmm24, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm25, zmm4, zmm12
vpmadd52huq zmm25, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 896]
vpmadd52luq zmm26, zmm10, zmm12
vpmadd52huq zmm26, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm7, zmm4, zmm12
vpmadd52huq zmm7, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 1024]
vpmadd52luq zmm5, zmm10, zmm12
vpmadd52huq zmm5, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm3, zmm4, zmm12
vpmadd52huq zmm3, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 1152]
vpmadd52luq zmm6, zmm10, zmm12
vpmadd52huq zmm6, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm8, zmm4, zmm12
vpmadd52huq zmm8, zmm10, zmm12
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm4, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm9, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm9
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm16, zmm11, zmm9
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm18, zmm11, zmm9
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm20, zmm11, zmm9
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm22, zmm11, zmm9
vpmadd52huq zmm22, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm23, zmm11, zmm12
vpmadd52huq zmm23, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm24, zmm11, zmm9
vpmadd52huq zmm24, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm25, zmm11, zmm12
vpmadd52huq zmm25, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm26, zmm11, zmm9
vpmadd52huq zmm26, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 960]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm5, zmm11, zmm9
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1088]
vpmadd52luq zmm3, zmm11, zmm12
vpmadd52huq zmm3, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm6, zmm11, zmm9
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1216]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm9
vpmadd52huq zmm10, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm13, [rdi + 64]
vpmadd52huq zmm4, zmm13, [rdi]
vpermq zmm14, zmm0, [rdx + 3584]
vpermq zmm14{k1}, zmm0, [rdx + 3648]
vpermq zmm14{k2}, zmm0, [rdx + 3712]
vpermq zmm14{k3}, zmm0, [rdx + 3776]
vpermq zmm14{k4}, zmm0, [rdx + 3840]
vpermq zmm14{k5}, zmm0, [rdx + 3904]
vpermq zmm14{k6}, zmm0, [rdx + 3968]
vpermq zmm14{k7}, zmm0, [rdx + 4032]
vpmadd52luq zmm4, zmm14, [rdi]
vmovdqa64 zmm11, [rdi + 128]
vpmadd52luq zmm15, zmm11, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm16, zmm9, zmm13
vpmadd52huq zmm16, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 256]
vpmadd52luq zmm17, zmm11, zmm13
vpmadd52huq zmm17, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm18, zmm9, zmm13
vpmadd52huq zmm18, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 384]
vpmadd52luq zmm19, zmm11, zmm13
vpmadd52huq zmm19, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm20, zmm9, zmm13
vpmadd52huq zmm20, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 512]
vpmadd52luq zmm21, zmm11, zmm13
vpmadd52huq zmm21, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm22, zmm9, zmm13
vpmadd52huq zmm22, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 640]
vpmadd52luq zmm23, zmm11, zmm13
vpmadd52huq zmm23, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm24, zmm9, zmm13
vpmadd52huq zmm24, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 768]
vpmadd52luq zmm25, zmm11, zmm13
vpmadd52huq zmm25, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm26, zmm9, zmm13
vpmadd52huq zmm26, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 896]
vpmadd52luq zmm7, zmm11, zmm13
vpmadd52huq zmm7, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm5, zmm9, zmm13
vpmadd52huq zmm5, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 1024]
vpmadd52luq zmm3, zmm11, zmm13
vpmadd52huq zmm3, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm6, zmm9, zmm13
vpmadd52huq zmm6, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 1152]
vpmadd52luq zmm8, zmm11, zmm13
vpmadd52huq zmm8, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm10, zmm9, zmm13
vpmadd52huq zmm10, zmm11, zmm13
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm9, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm12, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm17, zmm12, zmm4
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm19, zmm12, zmm4
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm21, zmm12, zmm4
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm22, zmm12, zmm13
vpmadd52huq zmm22, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm23, zmm12, zmm4
vpmadd52huq zmm23, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm24, zmm12, zmm13
vpmadd52huq zmm24, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm25, zmm12, zmm4
vpmadd52huq zmm25, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm26, zmm12, zmm13
vpmadd52huq zmm26, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 960]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm3, zmm12, zmm4
vpmadd52huq zmm3, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1088]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1216]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm12, zmm4
vpmadd52huq zmm11, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpmadd52luq zmm9, zmm14, [rdi + 64]
vpmadd52huq zmm9, zmm14, [rdi]
vpermq zmm15, zmm0, [rdx + 4096]
vpermq zmm15{k1}, zmm0, [rdx + 4160]
vpermq zmm15{k2}, zmm0, [rdx + 4224]
vpermq zmm15{k3}, zmm0, [rdx + 4288]
vpermq zmm15{k4}, zmm0, [rdx + 4352]
vpermq zmm15{k5}, zmm0, [rdx + 4416]
vpermq zmm15{k6}, zmm0, [rdx + 4480]
vpermq zmm15{k7}, zmm0, [rdx + 4544]
vpmadd52luq zmm9, zmm15, [rdi]
vmovdqa64 zmm12, [rdi + 128]
vpmadd52luq zmm16, zmm12, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm17, zmm4, zmm14
vpmadd52huq zmm17, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 256]
vpmadd52luq zmm18, zmm12, zmm14
vpmadd52huq zmm18, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm19, zmm4, zmm14
vpmadd52huq zmm19, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 384]
vpmadd52luq zmm20, zmm12, zmm14
vpmadd52huq zmm20, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm21, zmm4, zmm14
vpmadd52huq zmm21, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 512]
vpmadd52luq zmm22, zmm12, zmm14
vpmadd52huq zmm22, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm23, zmm4, zmm14
vpmadd52huq zmm23, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 640]
vpmadd52luq zmm24, zmm12, zmm14
vpmadd52huq zmm24, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm25, zmm4, zmm14
vpmadd52huq zmm25, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 768]
vpmadd52luq zmm26, zmm12, zmm14
vpmadd52huq zmm26, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm7, zmm4, zmm14
vpmadd52huq zmm7, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 896]
vpmadd52luq zmm5, zmm12, zmm14
vpmadd52huq zmm5, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm3, zmm4, zmm14
vpmadd52huq zmm3, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 1024]
vpmadd52luq zmm6, zmm12, zmm14
vpmadd52huq zmm6, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm8, zmm4, zmm14
vpmadd52huq zmm8, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 1152]
vpmadd52luq zmm10, zmm12, zmm14
vpmadd52huq zmm10, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm11, zmm4, zmm14
vpmadd52huq zmm11, zmm12, zmm14
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm9, zmm13, zmm14
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm13, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm16, zmm13, zmm9
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm18, zmm13, zmm9
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm20, zmm13, zmm9
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm22, zmm13, zmm9
vpmadd52huq zmm22, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm23, zmm13, zmm14
vpmadd52huq zmm23, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm24, zmm13, zmm9
vpmadd52huq zmm24, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm25, zmm13, zmm14
vpmadd52huq zmm25, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm26, zmm13, zmm9
vpmadd52huq zmm26, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm5, zmm13, zmm9
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 960]
vpmadd52luq zmm3, zmm13, zmm14
vpmadd52huq zmm3, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm6, zmm13, zmm9
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1088]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm10, zmm13, zmm9
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1216]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm13, zmm9
vpmadd52huq zmm12, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm16, zmm4
vpmadd52luq zmm4, zmm15, [rdi + 64]
vpmadd52huq zmm4, zmm15, [rdi]
vpermq zmm16, zmm0, [rdx + 4608]
vpermq zmm16{k1}, zmm0, [rdx + 4672]
vpermq zmm16{k2}, zmm0, [rdx + 4736]
vpermq zmm16{k3}, zmm0, [rdx + 4800]
vpermq zmm16{k4}, zmm0, [rdx + 4864]
vpermq zmm16{k5}, zmm0, [rdx + 4928]
vpermq zmm16{k6}, zmm0, [rdx + 4992]
vpermq zmm16{k7}, zmm0, [rdx + 5056]
vpmadd52luq zmm4, zmm16, [rdi]
vmovdqa64 zmm13, [rdi + 128]
vpmadd52luq zmm17, zmm13, zmm15
vpmadd52huq zmm17, zmm15, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm18, zmm9, zmm15
vpmadd52huq zmm18, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 256]
vpmadd52luq zmm19, zmm13, zmm15
vpmadd52huq zmm19, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm20, zmm9, zmm15
vpmadd52huq zmm20, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 384]
vpmadd52luq zmm21, zmm13, zmm15
vpmadd52huq zmm21, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm22, zmm9, zmm15
vpmadd52huq zmm22, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 512]
vpmadd52luq zmm23, zmm13, zmm15
vpmadd52huq zmm23, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm24, zmm9, zmm15
vpmadd52huq zmm24, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 640]
vpmadd52luq zmm25, zmm13, zmm15
vpmadd52huq zmm25, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm26, zmm9, zmm15
vpmadd52huq zmm26, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 768]
vpmadd52luq zmm7, zmm13, zmm15
vpmadd52huq zmm7, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm5, zmm9, zmm15
vpmadd52huq zmm5, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 896]
vpmadd52luq zmm3, zmm13, zmm15
vpmadd52huq zmm3, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm6, zmm9, zmm15
vpmadd52huq zmm6, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 1024]
vpmadd52luq zmm8, zmm13, zmm15
vpmadd52huq zmm8, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm10, zmm9, zmm15
vpmadd52huq zmm10, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 1152]
vpmadd52luq zmm11, zmm13, zmm15
vpmadd52huq zmm11, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm12, zmm9, zmm15
vpmadd52huq zmm12, zmm13, zmm15
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm4, zmm14, zmm15
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm14, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm17, zmm14, zmm4
vpmadd52huq zmm17, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm19, zmm14, zmm4
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm21, zmm14, zmm4
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm22, zmm14, zmm15
vpmadd52huq zmm22, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm23, zmm14, zmm4
vpmadd52huq zmm23, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm24, zmm14, zmm15
vpmadd52huq zmm24, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm25, zmm14, zmm4
vpmadd52huq zmm25, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm26, zmm14, zmm15
vpmadd52huq zmm26, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm7, zmm14, zmm4
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm3, zmm14, zmm4
vpmadd52huq zmm3, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 960]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm8, zmm14, zmm4
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1088]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm11, zmm14, zmm4
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1216]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm14, zmm4
vpmadd52huq zmm13, zmm14, zmm15
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm17, zmm9
vpmadd52luq zmm9, zmm16, [rdi + 64]
vpmadd52huq zmm9, zmm16, [rdi]
vpermq zmm17, zmm0, [rdx + 5120]
vpermq zmm17{k1}, zmm0, [rdx + 5184]
vpermq zmm17{k2}, zmm0, [rdx + 5248]
vpermq zmm17{k3}, zmm0, [rdx + 5312]
vpermq zmm17{k4}, zmm0, [rdx + 5376]
vpermq zmm17{k5}, zmm0, [rdx + 5440]
vpermq zmm17{k6}, zmm0, [rdx + 5504]
vpermq zmm17{k7}, zmm0, [rdx + 5568]
vpmadd52luq zmm9, zmm17, [rdi]
vmovdqa64 zmm14, [rdi + 128]
vpmadd52luq zmm18, zmm14, zmm16
vpmadd52huq zmm18, zmm16, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm19, zmm4, zmm16
vpmadd52huq zmm19, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 256]
vpmadd52luq zmm20, zmm14, zmm16
vpmadd52huq zmm20, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm21, zmm4, zmm16
vpmadd52huq zmm21, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 384]
vpmadd52luq zmm22, zmm14, zmm16
vpmadd52huq zmm22, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm23, zmm4, zmm16
vpmadd52huq zmm23, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 512]
vpmadd52luq zmm24, zmm14, zmm16
vpmadd52huq zmm24, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm25, zmm4, zmm16
vpmadd52huq zmm25, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 640]
vpmadd52luq zmm26, zmm14, zmm16
vpmadd52huq zmm26, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm7, zmm4, zmm16
vpmadd52huq zmm7, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 768]
vpmadd52luq zmm5, zmm14, zmm16
vpmadd52huq zmm5, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm3, zmm4, zmm16
vpmadd52huq zmm3, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 896]
vpmadd52luq zmm6, zmm14, zmm16
vpmadd52huq zmm6, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm8, zmm4, zmm16
vpmadd52huq zmm8, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 1024]
vpmadd52luq zmm10, zmm14, zmm16
vpmadd52huq zmm10, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm11, zmm4, zmm16
vpmadd52huq zmm11, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 1152]
vpmadd52luq zmm12, zmm14, zmm16
vpmadd52huq zmm12, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm13, zmm4, zmm16
vpmadd52huq zmm13, zmm14, zmm16
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm4, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm9, zmm15, zmm16
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm15, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm18, zmm15, zmm9
vpmadd52huq zmm18, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm20, zmm15, zmm9
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm22, zmm15, zmm9
vpmadd52huq zmm22, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm23, zmm15, zmm16
vpmadd52huq zmm23, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm24, zmm15, zmm9
vpmadd52huq zmm24, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm25, zmm15, zmm16
vpmadd52huq zmm25, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm26, zmm15, zmm9
vpmadd52huq zmm26, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm7, zmm15, zmm16
vpmadd52huq zmm7, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm5, zmm15, zmm9
vpmadd52huq zmm5, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm3, zmm15, zmm16
vpmadd52huq zmm3, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm6, zmm15, zmm9
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 960]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm10, zmm15, zmm9
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1088]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm12, zmm15, zmm9
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1216]
vpmadd52luq zmm13, zmm15, zmm16
vpmadd52huq zmm13, zmm15, zmm9
vpmadd52huq zmm14, zmm15, zmm16
vmovdqa64 zmm16, zmm1
vpmadd52luq zmm16, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm18, zmm4
vpmadd52luq zmm4, zmm17, [rdi + 64]
vpmadd52huq zmm4, zmm17, [rdi]
vpermq zmm18, zmm0, [rdx + 5632]
vpermq zmm18{k1}, zmm0, [rdx + 5696]
vpermq zmm18{k2}, zmm0, [rdx + 5760]
vpermq zmm18{k3}, zmm0, [rdx + 5824]
vpermq zmm18{k4}, zmm0, [rdx + 5888]
vpermq zmm18{k5}, zmm0, [rdx + 5952]
vpermq zmm18{k6}, zmm0, [rdx + 6016]
vpermq zmm18{k7}, zmm0, [rdx + 6080]
vpmadd52luq zmm4, zmm18, [rdi]
vmovdqa64 zmm15, [rdi + 128]
vpmadd52luq zmm19, zmm15, zmm17
vpmadd52huq zmm19, zmm17, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm20, zmm9, zmm17
vpmadd52huq zmm20, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 256]
vpmadd52luq zmm21, zmm15, zmm17
vpmadd52huq zmm21, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm22, zmm9, zmm17
vpmadd52huq zmm22, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 384]
vpmadd52luq zmm23, zmm15, zmm17
vpmadd52huq zmm23, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm24, zmm9, zmm17
vpmadd52huq zmm24, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 512]
vpmadd52luq zmm25, zmm15, zmm17
vpmadd52huq zmm25, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm26, zmm9, zmm17
vpmadd52huq zmm26, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 640]
vpmadd52luq zmm7, zmm15, zmm17
vpmadd52huq zmm7, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm5, zmm9, zmm17
vpmadd52huq zmm5, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 768]
vpmadd52luq zmm3, zmm15, zmm17
vpmadd52huq zmm3, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm6, zmm9, zmm17
vpmadd52huq zmm6, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 896]
vpmadd52luq zmm8, zmm15, zmm17
vpmadd52huq zmm8, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm10, zmm9, zmm17
vpmadd52huq zmm10, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 1024]
vpmadd52luq zmm11, zmm15, zmm17
vpmadd52huq zmm11, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm12, zmm9, zmm17
vpmadd52huq zmm12, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 1152]
vpmadd52luq zmm13, zmm15, zmm17
vpmadd52huq zmm13, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm14, zmm9, zmm17
vpmadd52huq zmm14, zmm15, zmm17
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm9, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm4, zmm16, zmm17
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm16, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm19, zmm16, zmm4
vpmadd52huq zmm19, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm21, zmm16, zmm4
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm22, zmm16, zmm17
vpmadd52huq zmm22, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm23, zmm16, zmm4
vpmadd52huq zmm23, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm24, zmm16, zmm17
vpmadd52huq zmm24, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm25, zmm16, zmm4
vpmadd52huq zmm25, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm26, zmm16, zmm17
vpmadd52huq zmm26, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm7, zmm16, zmm4
vpmadd52huq zmm7, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm5, zmm16, zmm17
vpmadd52huq zmm5, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm3, zmm16, zmm4
vpmadd52huq zmm3, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm6, zmm16, zmm17
vpmadd52huq zmm6, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm8, zmm16, zmm4
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 960]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm11, zmm16, zmm4
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1088]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm13, zmm16, zmm4
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1216]
vpmadd52luq zmm14, zmm16, zmm17
vpmadd52huq zmm14, zmm16, zmm4
vpmadd52huq zmm15, zmm16, zmm17
vmovdqa64 zmm17, zmm1
vpmadd52luq zmm17, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm19, zmm9
vpmadd52luq zmm9, zmm18, [rdi + 64]
vpmadd52huq zmm9, zmm18, [rdi]
vpermq zmm19, zmm0, [rdx + 6144]
vpermq zmm19{k1}, zmm0, [rdx + 6208]
vpermq zmm19{k2}, zmm0, [rdx + 6272]
vpermq zmm19{k3}, zmm0, [rdx + 6336]
vpermq zmm19{k4}, zmm0, [rdx + 6400]
vpermq zmm19{k5}, zmm0, [rdx + 6464]
vpermq zmm19{k6}, zmm0, [rdx + 6528]
vpermq zmm19{k7}, zmm0, [rdx + 6592]
vpmadd52luq zmm9, zmm19, [rdi]
vmovdqa64 zmm16, [rdi + 128]
vpmadd52luq zmm20, zmm16, zmm18
vpmadd52huq zmm20, zmm18, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm21, zmm4, zmm18
vpmadd52huq zmm21, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 256]
vpmadd52luq zmm22, zmm16, zmm18
vpmadd52huq zmm22, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm23, zmm4, zmm18
vpmadd52huq zmm23, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 384]
vpmadd52luq zmm24, zmm16, zmm18
vpmadd52huq zmm24, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm25, zmm4, zmm18
vpmadd52huq zmm25, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 512]
vpmadd52luq zmm26, zmm16, zmm18
vpmadd52huq zmm26, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm7, zmm4, zmm18
vpmadd52huq zmm7, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 640]
vpmadd52luq zmm5, zmm16, zmm18
vpmadd52huq zmm5, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm3, zmm4, zmm18
vpmadd52huq zmm3, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 768]
vpmadd52luq zmm6, zmm16, zmm18
vpmadd52huq zmm6, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm8, zmm4, zmm18
vpmadd52huq zmm8, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 896]
vpmadd52luq zmm10, zmm16, zmm18
vpmadd52huq zmm10, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm11, zmm4, zmm18
vpmadd52huq zmm11, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 1024]
vpmadd52luq zmm12, zmm16, zmm18
vpmadd52huq zmm12, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm13, zmm4, zmm18
vpmadd52huq zmm13, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 1152]
vpmadd52luq zmm14, zmm16, zmm18
vpmadd52huq zmm14, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm15, zmm4, zmm18
vpmadd52huq zmm15, zmm16, zmm18
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm4, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm9, zmm17, zmm18
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm17, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm20, zmm17, zmm9
vpmadd52huq zmm20, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm22, zmm17, zmm9
vpmadd52huq zmm22, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm23, zmm17, zmm18
vpmadd52huq zmm23, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm24, zmm17, zmm9
vpmadd52huq zmm24, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm25, zmm17, zmm18
vpmadd52huq zmm25, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm26, zmm17, zmm9
vpmadd52huq zmm26, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm7, zmm17, zmm18
vpmadd52huq zmm7, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm5, zmm17, zmm9
vpmadd52huq zmm5, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm3, zmm17, zmm18
vpmadd52huq zmm3, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm6, zmm17, zmm9
vpmadd52huq zmm6, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm10, zmm17, zmm9
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 960]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm12, zmm17, zmm9
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1088]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm14, zmm17, zmm9
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1216]
vpmadd52luq zmm15, zmm17, zmm18
vpmadd52huq zmm15, zmm17, zmm9
vpmadd52huq zmm16, zmm17, zmm18
vmovdqa64 zmm18, zmm1
vpmadd52luq zmm18, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm20, zmm4
vpmadd52luq zmm4, zmm19, [rdi + 64]
vpmadd52huq zmm4, zmm19, [rdi]
vpermq zmm20, zmm0, [rdx + 6656]
vpermq zmm20{k1}, zmm0, [rdx + 6720]
vpermq zmm20{k2}, zmm0, [rdx + 6784]
vpermq zmm20{k3}, zmm0, [rdx + 6848]
vpermq zmm20{k4}, zmm0, [rdx + 6912]
vpermq zmm20{k5}, zmm0, [rdx + 6976]
vpermq zmm20{k6}, zmm0, [rdx + 7040]
vpermq zmm20{k7}, zmm0, [rdx + 7104]
vpmadd52luq zmm4, zmm20, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm21, zmm17, zmm19
vpmadd52huq zmm21, zmm19, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm22, zmm9, zmm19
vpmadd52huq zmm22, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm23, zmm17, zmm19
vpmadd52huq zmm23, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm24, zmm9, zmm19
vpmadd52huq zmm24, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 384]
vpmadd52luq zmm25, zmm17, zmm19
vpmadd52huq zmm25, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm26, zmm9, zmm19
vpmadd52huq zmm26, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 512]
vpmadd52luq zmm7, zmm17, zmm19
vpmadd52huq zmm7, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm5, zmm9, zmm19
vpmadd52huq zmm5, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 640]
vpmadd52luq zmm3, zmm17, zmm19
vpmadd52huq zmm3, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm6, zmm9, zmm19
vpmadd52huq zmm6, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 768]
vpmadd52luq zmm8, zmm17, zmm19
vpmadd52huq zmm8, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm10, zmm9, zmm19
vpmadd52huq zmm10, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 896]
vpmadd52luq zmm11, zmm17, zmm19
vpmadd52huq zmm11, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm12, zmm9, zmm19
vpmadd52huq zmm12, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 1024]
vpmadd52luq zmm13, zmm17, zmm19
vpmadd52huq zmm13, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm14, zmm9, zmm19
vpmadd52huq zmm14, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 1152]
vpmadd52luq zmm15, zmm17, zmm19
vpmadd52huq zmm15, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm16, zmm9, zmm19
vpmadd52huq zmm16, zmm17, zmm19
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm4, zmm18, zmm19
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm18, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm21, zmm18, zmm4
vpmadd52huq zmm21, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm22, zmm18, zmm19
vpmadd52huq zmm22, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm23, zmm18, zmm4
vpmadd52huq zmm23, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm24, zmm18, zmm19
vpmadd52huq zmm24, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm25, zmm18, zmm4
vpmadd52huq zmm25, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm26, zmm18, zmm19
vpmadd52huq zmm26, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm7, zmm18, zmm4
vpmadd52huq zmm7, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm5, zmm18, zmm19
vpmadd52huq zmm5, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm3, zmm18, zmm4
vpmadd52huq zmm3, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm6, zmm18, zmm19
vpmadd52huq zmm6, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm8, zmm18, zmm4
vpmadd52huq zmm8, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm11, zmm18, zmm4
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 960]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm13, zmm18, zmm4
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1088]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm15, zmm18, zmm4
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1216]
vpmadd52luq zmm16, zmm18, zmm19
vpmadd52huq zmm16, zmm18, zmm4
vpmadd52huq zmm17, zmm18, zmm19
vmovdqa64 zmm19, zmm1
vpmadd52luq zmm19, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm21, zmm9
vpmadd52luq zmm9, zmm20, [rdi + 64]
vpmadd52huq zmm9, zmm20, [rdi]
vpermq zmm21, zmm0, [rdx + 7168]
vpermq zmm21{k1}, zmm0, [rdx + 7232]
vpermq zmm21{k2}, zmm0, [rdx + 7296]
vpermq zmm21{k3}, zmm0, [rdx + 7360]
vpermq zmm21{k4}, zmm0, [rdx + 7424]
vpermq zmm21{k5}, zmm0, [rdx + 7488]
vpermq zmm21{k6}, zmm0, [rdx + 7552]
vpermq zmm21{k7}, zmm0, [rdx + 7616]
vpmadd52luq zmm9, zmm21, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm22, zmm18, zmm20
vpmadd52huq zmm22, zmm20, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm23, zmm4, zmm20
vpmadd52huq zmm23, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 256]
vpmadd52luq zmm24, zmm18, zmm20
vpmadd52huq zmm24, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm25, zmm4, zmm20
vpmadd52huq zmm25, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 384]
vpmadd52luq zmm26, zmm18, zmm20
vpmadd52huq zmm26, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm7, zmm4, zmm20
vpmadd52huq zmm7, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 512]
vpmadd52luq zmm5, zmm18, zmm20
vpmadd52huq zmm5, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm3, zmm4, zmm20
vpmadd52huq zmm3, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 640]
vpmadd52luq zmm6, zmm18, zmm20
vpmadd52huq zmm6, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm8, zmm4, zmm20
vpmadd52huq zmm8, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 768]
vpmadd52luq zmm10, zmm18, zmm20
vpmadd52huq zmm10, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm11, zmm4, zmm20
vpmadd52huq zmm11, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 896]
vpmadd52luq zmm12, zmm18, zmm20
vpmadd52huq zmm12, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm13, zmm4, zmm20
vpmadd52huq zmm13, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 1024]
vpmadd52luq zmm14, zmm18, zmm20
vpmadd52huq zmm14, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm15, zmm4, zmm20
vpmadd52huq zmm15, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 1152]
vpmadd52luq zmm16, zmm18, zmm20
vpmadd52huq zmm16, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm17, zmm4, zmm20
vpmadd52huq zmm17, zmm18, zmm20
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm9, zmm19, zmm20
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm19, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm22, zmm19, zmm9
vpmadd52huq zmm22, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm23, zmm19, zmm20
vpmadd52huq zmm23, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm24, zmm19, zmm9
vpmadd52huq zmm24, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm25, zmm19, zmm20
vpmadd52huq zmm25, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm26, zmm19, zmm9
vpmadd52huq zmm26, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm7, zmm19, zmm20
vpmadd52huq zmm7, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm5, zmm19, zmm9
vpmadd52huq zmm5, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm3, zmm19, zmm20
vpmadd52huq zmm3, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm6, zmm19, zmm9
vpmadd52huq zmm6, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm8, zmm19, zmm20
vpmadd52huq zmm8, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm10, zmm19, zmm9
vpmadd52huq zmm10, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm11, zmm19, zmm20
vpmadd52huq zmm11, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm12, zmm19, zmm9
vpmadd52huq zmm12, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 960]
vpmadd52luq zmm13, zmm19, zmm20
vpmadd52huq zmm13, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm14, zmm19, zmm9
vpmadd52huq zmm14, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1088]
vpmadd52luq zmm15, zmm19, zmm20
vpmadd52huq zmm15, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm16, zmm19, zmm9
vpmadd52huq zmm16, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1216]
vpmadd52luq zmm17, zmm19, zmm20
vpmadd52huq zmm17, zmm19, zmm9
vpmadd52huq zmm18, zmm19, zmm20
vmovdqa64 zmm20, zmm1
vpmadd52luq zmm20, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm22, zmm4
vpmadd52luq zmm4, zmm21, [rdi + 64]
vpmadd52huq zmm4, zmm21, [rdi]
vpermq zmm22, zmm0, [rdx + 7680]
vpermq zmm22{k1}, zmm0, [rdx + 7744]
vpermq zmm22{k2}, zmm0, [rdx + 7808]
vpermq zmm22{k3}, zmm0, [rdx + 7872]
vpermq zmm22{k4}, zmm0, [rdx + 7936]
vpermq zmm22{k5}, zmm0, [rdx + 8000]
vpermq zmm22{k6}, zmm0, [rdx + 8064]
vpermq zmm22{k7}, zmm0, [rdx + 8128]
vpmadd52luq zmm4, zmm22, [rdi]
vmovdqa64 zmm19, [rdi + 128]
vpmadd52luq zmm23, zmm19, zmm21
vpmadd52huq zmm23, zmm21, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm24, zmm9, zmm21
vpmadd52huq zmm24, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 256]
vpmadd52luq zmm25, zmm19, zmm21
vpmadd52huq zmm25, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm26, zmm9, zmm21
vpmadd52huq zmm26, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 384]
vpmadd52luq zmm7, zmm19, zmm21
vpmadd52huq zmm7, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm5, zmm9, zmm21
vpmadd52huq zmm5, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 512]
vpmadd52luq zmm3, zmm19, zmm21
vpmadd52huq zmm3, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm6, zmm9, zmm21
vpmadd52huq zmm6, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 640]
vpmadd52luq zmm8, zmm19, zmm21
vpmadd52huq zmm8, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm10, zmm9, zmm21
vpmadd52huq zmm10, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 768]
vpmadd52luq zmm11, zmm19, zmm21
vpmadd52huq zmm11, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm12, zmm9, zmm21
vpmadd52huq zmm12, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 896]
vpmadd52luq zmm13, zmm19, zmm21
vpmadd52huq zmm13, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm14, zmm9, zmm21
vpmadd52huq zmm14, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 1024]
vpmadd52luq zmm15, zmm19, zmm21
vpmadd52huq zmm15, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm16, zmm9, zmm21
vpmadd52huq zmm16, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 1152]
vpmadd52luq zmm17, zmm19, zmm21
vpmadd52huq zmm17, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm18, zmm9, zmm21
vpmadd52huq zmm18, zmm19, zmm21
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm9, zmm21
vmovdqa64 zmm21, [rsi + 64]
vpmadd52luq zmm4, zmm20, zmm21
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm20, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm23, zmm20, zmm4
vpmadd52huq zmm23, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 192]
vpmadd52luq zmm24, zmm20, zmm21
vpmadd52huq zmm24, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm25, zmm20, zmm4
vpmadd52huq zmm25, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 320]
vpmadd52luq zmm26, zmm20, zmm21
vpmadd52huq zmm26, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm7, zmm20, zmm4
vpmadd52huq zmm7, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 448]
vpmadd52luq zmm5, zmm20, zmm21
vpmadd52huq zmm5, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm3, zmm20, zmm4
vpmadd52huq zmm3, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 576]
vpmadd52luq zmm6, zmm20, zmm21
vpmadd52huq zmm6, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm8, zmm20, zmm4
vpmadd52huq zmm8, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 704]
vpmadd52luq zmm10, zmm20, zmm21
vpmadd52huq zmm10, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm11, zmm20, zmm4
vpmadd52huq zmm11, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 832]
vpmadd52luq zmm12, zmm20, zmm21
vpmadd52huq zmm12, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm13, zmm20, zmm4
vpmadd52huq zmm13, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 960]
vpmadd52luq zmm14, zmm20, zmm21
vpmadd52huq zmm14, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm15, zmm20, zmm4
vpmadd52huq zmm15, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1088]
vpmadd52luq zmm16, zmm20, zmm21
vpmadd52huq zmm16, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm17, zmm20, zmm4
vpmadd52huq zmm17, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1216]
vpmadd52luq zmm18, zmm20, zmm21
vpmadd52huq zmm18, zmm20, zmm4
vpmadd52huq zmm19, zmm20, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm23, zmm9
vpmadd52luq zmm9, zmm22, [rdi + 64]
vpmadd52huq zmm9, zmm22, [rdi]
vpermq zmm23, zmm0, [rdx + 8192]
vpermq zmm23{k1}, zmm0, [rdx + 8256]
vpermq zmm23{k2}, zmm0, [rdx + 8320]
vpermq zmm23{k3}, zmm0, [rdx + 8384]
vpermq zmm23{k4}, zmm0, [rdx + 8448]
vpermq zmm23{k5}, zmm0, [rdx + 8512]
vpermq zmm23{k6}, zmm0, [rdx + 8576]
vpermq zmm23{k7}, zmm0, [rdx + 8640]
vpmadd52luq zmm9, zmm23, [rdi]
vmovdqa64 zmm20, [rdi + 128]
vpmadd52luq zmm24, zmm20, zmm22
vpmadd52huq zmm24, zmm22, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm25, zmm4, zmm22
vpmadd52huq zmm25, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 256]
vpmadd52luq zmm26, zmm20, zmm22
vpmadd52huq zmm26, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm7, zmm4, zmm22
vpmadd52huq zmm7, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 384]
vpmadd52luq zmm5, zmm20, zmm22
vpmadd52huq zmm5, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm3, zmm4, zmm22
vpmadd52huq zmm3, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 512]
vpmadd52luq zmm6, zmm20, zmm22
vpmadd52huq zmm6, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm8, zmm4, zmm22
vpmadd52huq zmm8, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 640]
vpmadd52luq zmm10, zmm20, zmm22
vpmadd52huq zmm10, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm11, zmm4, zmm22
vpmadd52huq zmm11, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 768]
vpmadd52luq zmm12, zmm20, zmm22
vpmadd52huq zmm12, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm13, zmm4, zmm22
vpmadd52huq zmm13, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 896]
vpmadd52luq zmm14, zmm20, zmm22
vpmadd52huq zmm14, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm15, zmm4, zmm22
vpmadd52huq zmm15, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 1024]
vpmadd52luq zmm16, zmm20, zmm22
vpmadd52huq zmm16, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm17, zmm4, zmm22
vpmadd52huq zmm17, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 1152]
vpmadd52luq zmm18, zmm20, zmm22
vpmadd52huq zmm18, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm19, zmm4, zmm22
vpmadd52huq zmm19, zmm20, zmm22
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm4, zmm22
vmovdqa64 zmm22, [rsi + 64]
vpmadd52luq zmm9, zmm21, zmm22
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm21, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm24, zmm21, zmm9
vpmadd52huq zmm24, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 192]
vpmadd52luq zmm25, zmm21, zmm22
vpmadd52huq zmm25, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm26, zmm21, zmm9
vpmadd52huq zmm26, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 320]
vpmadd52luq zmm7, zmm21, zmm22
vpmadd52huq zmm7, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm5, zmm21, zmm9
vpmadd52huq zmm5, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 448]
vpmadd52luq zmm3, zmm21, zmm22
vpmadd52huq zmm3, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm6, zmm21, zmm9
vpmadd52huq zmm6, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 576]
vpmadd52luq zmm8, zmm21, zmm22
vpmadd52huq zmm8, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm10, zmm21, zmm9
vpmadd52huq zmm10, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 704]
vpmadd52luq zmm11, zmm21, zmm22
vpmadd52huq zmm11, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm12, zmm21, zmm9
vpmadd52huq zmm12, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 832]
vpmadd52luq zmm13, zmm21, zmm22
vpmadd52huq zmm13, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm14, zmm21, zmm9
vpmadd52huq zmm14, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 960]
vpmadd52luq zmm15, zmm21, zmm22
vpmadd52huq zmm15, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm16, zmm21, zmm9
vpmadd52huq zmm16, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1088]
vpmadd52luq zmm17, zmm21, zmm22
vpmadd52huq zmm17, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm18, zmm21, zmm9
vpmadd52huq zmm18, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1216]
vpmadd52luq zmm19, zmm21, zmm22
vpmadd52huq zmm19, zmm21, zmm9
vpmadd52huq zmm20, zmm21, zmm22
vmovdqa64 zmm22, zmm1
vpmadd52luq zmm22, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm24, zmm4
vpmadd52luq zmm4, zmm23, [rdi + 64]
vpmadd52huq zmm4, zmm23, [rdi]
vpermq zmm24, zmm0, [rdx + 8704]
vpermq zmm24{k1}, zmm0, [rdx + 8768]
vpermq zmm24{k2}, zmm0, [rdx + 8832]
vpermq zmm24{k3}, zmm0, [rdx + 8896]
vpermq zmm24{k4}, zmm0, [rdx + 8960]
vpermq zmm24{k5}, zmm0, [rdx + 9024]
vpermq zmm24{k6}, zmm0, [rdx + 9088]
vpermq zmm24{k7}, zmm0, [rdx + 9152]
vpmadd52luq zmm4, zmm24, [rdi]
vmovdqa64 zmm21, [rdi + 128]
vpmadd52luq zmm25, zmm21, zmm23
vpmadd52huq zmm25, zmm23, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm26, zmm9, zmm23
vpmadd52huq zmm26, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 256]
vpmadd52luq zmm7, zmm21, zmm23
vpmadd52huq zmm7, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm5, zmm9, zmm23
vpmadd52huq zmm5, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 384]
vpmadd52luq zmm3, zmm21, zmm23
vpmadd52huq zmm3, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm6, zmm9, zmm23
vpmadd52huq zmm6, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 512]
vpmadd52luq zmm8, zmm21, zmm23
vpmadd52huq zmm8, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm10, zmm9, zmm23
vpmadd52huq zmm10, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 640]
vpmadd52luq zmm11, zmm21, zmm23
vpmadd52huq zmm11, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm12, zmm9, zmm23
vpmadd52huq zmm12, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 768]
vpmadd52luq zmm13, zmm21, zmm23
vpmadd52huq zmm13, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm14, zmm9, zmm23
vpmadd52huq zmm14, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 896]
vpmadd52luq zmm15, zmm21, zmm23
vpmadd52huq zmm15, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm16, zmm9, zmm23
vpmadd52huq zmm16, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 1024]
vpmadd52luq zmm17, zmm21, zmm23
vpmadd52huq zmm17, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm18, zmm9, zmm23
vpmadd52huq zmm18, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 1152]
vpmadd52luq zmm19, zmm21, zmm23
vpmadd52huq zmm19, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm20, zmm9, zmm23
vpmadd52huq zmm20, zmm21, zmm23
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, zmm23
vmovdqa64 zmm23, [rsi + 64]
vpmadd52luq zmm4, zmm22, zmm23
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm22, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm25, zmm22, zmm4
vpmadd52huq zmm25, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 192]
vpmadd52luq zmm26, zmm22, zmm23
vpmadd52huq zmm26, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm7, zmm22, zmm4
vpmadd52huq zmm7, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 320]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm3, zmm22, zmm4
vpmadd52huq zmm3, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 448]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm8, zmm22, zmm4
vpmadd52huq zmm8, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 576]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm11, zmm22, zmm4
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 704]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm13, zmm22, zmm4
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 832]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm15, zmm22, zmm4
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 960]
vpmadd52luq zmm16, zmm22, zmm23
vpmadd52huq zmm16, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm17, zmm22, zmm4
vpmadd52huq zmm17, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1088]
vpmadd52luq zmm18, zmm22, zmm23
vpmadd52huq zmm18, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm19, zmm22, zmm4
vpmadd52huq zmm19, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1216]
vpmadd52luq zmm20, zmm22, zmm23
vpmadd52huq zmm20, zmm22, zmm4
vpmadd52huq zmm21, zmm22, zmm23
vmovdqa64 zmm23, zmm1
vpmadd52luq zmm23, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm25, zmm9
vpmadd52luq zmm9, zmm24, [rdi + 64]
vpmadd52huq zmm9, zmm24, [rdi]
vpermq zmm25, zmm0, [rdx + 9216]
vpermq zmm25{k1}, zmm0, [rdx + 9280]
vpermq zmm25{k2}, zmm0, [rdx + 9344]
vpermq zmm25{k3}, zmm0, [rdx + 9408]
vpermq zmm25{k4}, zmm0, [rdx + 9472]
vpermq zmm25{k5}, zmm0, [rdx + 9536]
vpermq zmm25{k6}, zmm0, [rdx + 9600]
vpermq zmm25{k7}, zmm0, [rdx + 9664]
vpmadd52luq zmm9, zmm25, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm26, zmm22, zmm24
vpmadd52huq zmm26, zmm24, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm7, zmm4, zmm24
vpmadd52huq zmm7, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm5, zmm22, zmm24
vpmadd52huq zmm5, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm3, zmm4, zmm24
vpmadd52huq zmm3, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm6, zmm22, zmm24
vpmadd52huq zmm6, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm8, zmm4, zmm24
vpmadd52huq zmm8, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 512]
vpmadd52luq zmm10, zmm22, zmm24
vpmadd52huq zmm10, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm11, zmm4, zmm24
vpmadd52huq zmm11, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 640]
vpmadd52luq zmm12, zmm22, zmm24
vpmadd52huq zmm12, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm13, zmm4, zmm24
vpmadd52huq zmm13, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 768]
vpmadd52luq zmm14, zmm22, zmm24
vpmadd52huq zmm14, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm15, zmm4, zmm24
vpmadd52huq zmm15, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 896]
vpmadd52luq zmm16, zmm22, zmm24
vpmadd52huq zmm16, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm17, zmm4, zmm24
vpmadd52huq zmm17, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 1024]
vpmadd52luq zmm18, zmm22, zmm24
vpmadd52huq zmm18, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm19, zmm4, zmm24
vpmadd52huq zmm19, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 1152]
vpmadd52luq zmm20, zmm22, zmm24
vpmadd52huq zmm20, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm21, zmm4, zmm24
vpmadd52huq zmm21, zmm22, zmm24
vpxord zmm22, zmm22, zmm22
vpmadd52huq zmm22, zmm4, zmm24
vmovdqa64 zmm24, [rsi + 64]
vpmadd52luq zmm9, zmm23, zmm24
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm23, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm26, zmm23, zmm9
vpmadd52huq zmm26, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 192]
vpmadd52luq zmm7, zmm23, zmm24
vpmadd52huq zmm7, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm5, zmm23, zmm9
vpmadd52huq zmm5, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 320]
vpmadd52luq zmm3, zmm23, zmm24
vpmadd52huq zmm3, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm6, zmm23, zmm9
vpmadd52huq zmm6, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 448]
vpmadd52luq zmm8, zmm23, zmm24
vpmadd52huq zmm8, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm10, zmm23, zmm9
vpmadd52huq zmm10, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 576]
vpmadd52luq zmm11, zmm23, zmm24
vpmadd52huq zmm11, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm12, zmm23, zmm9
vpmadd52huq zmm12, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 704]
vpmadd52luq zmm13, zmm23, zmm24
vpmadd52huq zmm13, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm14, zmm23, zmm9
vpmadd52huq zmm14, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 832]
vpmadd52luq zmm15, zmm23, zmm24
vpmadd52huq zmm15, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm16, zmm23, zmm9
vpmadd52huq zmm16, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 960]
vpmadd52luq zmm17, zmm23, zmm24
vpmadd52huq zmm17, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm18, zmm23, zmm9
vpmadd52huq zmm18, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1088]
vpmadd52luq zmm19, zmm23, zmm24
vpmadd52huq zmm19, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm20, zmm23, zmm9
vpmadd52huq zmm20, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1216]
vpmadd52luq zmm21, zmm23, zmm24
vpmadd52huq zmm21, zmm23, zmm9
vpmadd52huq zmm22, zmm23, zmm24
vmovdqa64 zmm24, zmm1
vpmadd52luq zmm24, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm26, zmm4
vpmadd52luq zmm4, zmm25, [rdi + 64]
vpmadd52huq zmm4, zmm25, [rdi]
vpermq zmm26, zmm0, [rdx + 9728]
vpermq zmm26{k1}, zmm0, [rdx + 9792]
vpermq zmm26{k2}, zmm0, [rdx + 9856]
vpermq zmm26{k3}, zmm0, [rdx + 9920]
vpermq zmm26{k4}, zmm0, [rdx + 9984]
vpermq zmm26{k5}, zmm0, [rdx + 10048]
vpermq zmm26{k6}, zmm0, [rdx + 10112]
vpermq zmm26{k7}, zmm0, [rdx + 10176]
vpmadd52luq zmm4, zmm26, [rdi]
vmovdqa64 zmm0, [rdi + 128]
vpmadd52luq zmm7, zmm0, zmm25
vpmadd52huq zmm7, zmm25, [rdi + 64]
vmovdqa64 zmm23, [rdi + 192]
vpmadd52luq zmm5, zmm23, zmm25
vpmadd52huq zmm5, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 256]
vpmadd52luq zmm3, zmm0, zmm25
vpmadd52huq zmm3, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 320]
vpmadd52luq zmm6, zmm23, zmm25
vpmadd52huq zmm6, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 384]
vpmadd52luq zmm8, zmm0, zmm25
vpmadd52huq zmm8, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 448]
vpmadd52luq zmm10, zmm23, zmm25
vpmadd52huq zmm10, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 512]
vpmadd52luq zmm11, zmm0, zmm25
vpmadd52huq zmm11, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 576]
vpmadd52luq zmm12, zmm23, zmm25
vpmadd52huq zmm12, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 640]
vpmadd52luq zmm13, zmm0, zmm25
vpmadd52huq zmm13, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 704]
vpmadd52luq zmm14, zmm23, zmm25
vpmadd52huq zmm14, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 768]
vpmadd52luq zmm15, zmm0, zmm25
vpmadd52huq zmm15, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 832]
vpmadd52luq zmm16, zmm23, zmm25
vpmadd52huq zmm16, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 896]
vpmadd52luq zmm17, zmm0, zmm25
vpmadd52huq zmm17, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 960]
vpmadd52luq zmm18, zmm23, zmm25
vpmadd52huq zmm18, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 1024]
vpmadd52luq zmm19, zmm0, zmm25
vpmadd52huq zmm19, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 1088]
vpmadd52luq zmm20, zmm23, zmm25
vpmadd52huq zmm20, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 1152]
vpmadd52luq zmm21, zmm0, zmm25
vpmadd52huq zmm21, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 1216]
vpmadd52luq zmm22, zmm23, zmm25
vpmadd52huq zmm22, zmm0, zmm25
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm23, zmm25
vmovdqa64 zmm25, [rsi + 64]
vpmadd52luq zmm4, zmm24, zmm25
vpxord zmm23, zmm23, zmm23
vpmadd52huq zmm23, zmm24, [rsi]
vpaddq zmm23, zmm4, zmm23
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm7, zmm24, zmm4
vpmadd52huq zmm7, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 192]
vpmadd52luq zmm5, zmm24, zmm25
vpmadd52huq zmm5, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm3, zmm24, zmm4
vpmadd52huq zmm3, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 320]
vpmadd52luq zmm6, zmm24, zmm25
vpmadd52huq zmm6, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm24, zmm4
vpmadd52huq zmm8, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 448]
vpmadd52luq zmm10, zmm24, zmm25
vpmadd52huq zmm10, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm11, zmm24, zmm4
vpmadd52huq zmm11, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 576]
vpmadd52luq zmm12, zmm24, zmm25
vpmadd52huq zmm12, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm13, zmm24, zmm4
vpmadd52huq zmm13, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 704]
vpmadd52luq zmm14, zmm24, zmm25
vpmadd52huq zmm14, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm15, zmm24, zmm4
vpmadd52huq zmm15, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 832]
vpmadd52luq zmm16, zmm24, zmm25
vpmadd52huq zmm16, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm17, zmm24, zmm4
vpmadd52huq zmm17, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 960]
vpmadd52luq zmm18, zmm24, zmm25
vpmadd52huq zmm18, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm19, zmm24, zmm4
vpmadd52huq zmm19, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1088]
vpmadd52luq zmm20, zmm24, zmm25
vpmadd52huq zmm20, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm21, zmm24, zmm4
vpmadd52huq zmm21, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1216]
vpmadd52luq zmm22, zmm24, zmm25
vpmadd52huq zmm22, zmm24, zmm4
vpmadd52huq zmm0, zmm24, zmm25
vmovdqa64 zmm25, zmm1
vpmadd52luq zmm25, zmm23, zmm1
vpsrlq zmm23, zmm23, 52
vpaddq zmm23, zmm7, zmm23
vpmadd52luq zmm23, zmm26, [rdi + 64]
vpmadd52huq zmm23, zmm26, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm5, zmm7, zmm26
vpmadd52huq zmm5, zmm26, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm3, zmm1, zmm26
vpmadd52huq zmm3, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm6, zmm7, zmm26
vpmadd52huq zmm6, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm8, zmm1, zmm26
vpmadd52huq zmm8, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm10, zmm7, zmm26
vpmadd52huq zmm10, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm11, zmm1, zmm26
vpmadd52huq zmm11, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm12, zmm7, zmm26
vpmadd52huq zmm12, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm13, zmm1, zmm26
vpmadd52huq zmm13, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm14, zmm7, zmm26
vpmadd52huq zmm14, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm15, zmm1, zmm26
vpmadd52huq zmm15, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm16, zmm7, zmm26
vpmadd52huq zmm16, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm17, zmm1, zmm26
vpmadd52huq zmm17, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm18, zmm7, zmm26
vpmadd52huq zmm18, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 960]
vpmadd52luq zmm19, zmm1, zmm26
vpmadd52huq zmm19, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 1024]
vpmadd52luq zmm20, zmm7, zmm26
vpmadd52huq zmm20, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 1088]
vpmadd52luq zmm21, zmm1, zmm26
vpmadd52huq zmm21, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 1152]
vpmadd52luq zmm22, zmm7, zmm26
vpmadd52huq zmm22, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 1216]
vpmadd52luq zmm0, zmm1, zmm26
vpmadd52huq zmm0, zmm7, zmm26
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm1, zmm26
vmovdqa64 zmm26, [rsi + 64]
vpmadd52luq zmm23, zmm25, zmm26
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm25, [rsi]
vpaddq zmm1, zmm23, zmm1
vmovdqa64 zmm23, [rsi + 128]
vpmadd52luq zmm5, zmm25, zmm23
vpmadd52huq zmm5, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 192]
vpmadd52luq zmm3, zmm25, zmm26
vpmadd52huq zmm3, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 256]
vpmadd52luq zmm6, zmm25, zmm23
vpmadd52huq zmm6, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 320]
vpmadd52luq zmm8, zmm25, zmm26
vpmadd52huq zmm8, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 384]
vpmadd52luq zmm10, zmm25, zmm23
vpmadd52huq zmm10, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 448]
vpmadd52luq zmm11, zmm25, zmm26
vpmadd52huq zmm11, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 512]
vpmadd52luq zmm12, zmm25, zmm23
vpmadd52huq zmm12, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 576]
vpmadd52luq zmm13, zmm25, zmm26
vpmadd52huq zmm13, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 640]
vpmadd52luq zmm14, zmm25, zmm23
vpmadd52huq zmm14, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 704]
vpmadd52luq zmm15, zmm25, zmm26
vpmadd52huq zmm15, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 768]
vpmadd52luq zmm16, zmm25, zmm23
vpmadd52huq zmm16, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 832]
vpmadd52luq zmm17, zmm25, zmm26
vpmadd52huq zmm17, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 896]
vpmadd52luq zmm18, zmm25, zmm23
vpmadd52huq zmm18, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 960]
vpmadd52luq zmm19, zmm25, zmm26
vpmadd52huq zmm19, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 1024]
vpmadd52luq zmm20, zmm25, zmm23
vpmadd52huq zmm20, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 1088]
vpmadd52luq zmm21, zmm25, zmm26
vpmadd52huq zmm21, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 1152]
vpmadd52luq zmm22, zmm25, zmm23
vpmadd52huq zmm22, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 1216]
vpmadd52luq zmm0, zmm25, zmm26
vpmadd52huq zmm0, zmm25, zmm23
vpmadd52huq zmm7, zmm25, zmm26
vpandq zmm26, zmm1, zmm2
vmovdqa64 [rdi], zmm26
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm2
vmovdqa64 [rdi + 64], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm3, zmm1
vpandq zmm3, zmm1, zmm2
vmovdqa64 [rdi + 128], zmm3
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm6, zmm1
vpandq zmm6, zmm1, zmm2
vmovdqa64 [rdi + 192], zmm6
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm8, zmm1
vpandq zmm8, zmm1, zmm2
vmovdqa64 [rdi + 256], zmm8
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm2
vmovdqa64 [rdi + 320], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm2
vmovdqa64 [rdi + 384], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm2
vmovdqa64 [rdi + 448], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm13, zmm1
vpandq zmm13, zmm1, zmm2
vmovdqa64 [rdi + 512], zmm13
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm14, zmm1
vpandq zmm14, zmm1, zmm2
vmovdqa64 [rdi + 576], zmm14
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm15, zmm1
vpandq zmm15, zmm1, zmm2
vmovdqa64 [rdi + 640], zmm15
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm16, zmm1
vpandq zmm16, zmm1, zmm2
vmovdqa64 [rdi + 704], zmm16
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm17, zmm1
vpandq zmm17, zmm1, zmm2
vmovdqa64 [rdi + 768], zmm17
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm18, zmm1
vpandq zmm18, zmm1, zmm2
vmovdqa64 [rdi + 832], zmm18
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm19, zmm1
vpandq zmm19, zmm1, zmm2
vmovdqa64 [rdi + 896], zmm19
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm20, zmm1
vpandq zmm20, zmm1, zmm2
vmovdqa64 [rdi + 960], zmm20
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm21, zmm1
vpandq zmm21, zmm1, zmm2
vmovdqa64 [rdi + 1024], zmm21
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm22, zmm1
vpandq zmm22, zmm1, zmm2
vmovdqa64 [rdi + 1088], zmm22
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm0, zmm1
vpandq zmm0, zmm1, zmm2
vmovdqa64 [rdi + 1152], zmm0
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm7, zmm1
vpandq zmm2, zmm1, zmm2
vmovdqa64 [rdi + 1216], zmm2
ret
.size akeyd_hw_multiply_by_entry_20_of_8, . - akeyd_hw_multiply_by_entry_20_of_8
.p2align 6
.globl akeyd_hw_multiply_by_entry_20_of_4
.hidden akeyd_hw_multiply_by_entry_20_of_4
.type akeyd_hw_multiply_by_entry_20_of_4, @function
# 27 registers
akeyd_hw_multiply_by_entry_20_of_4:
vmovdqa64 zmm0, [rcx]
vpsrlq zmm1, zmm0, 3
mov rax, 1
vpbroadcastq zmm2, rax
vpcmpeqq k1, zmm1, zmm2
mov rax, 2
vpbroadcastq zmm2, rax
vpcmpeqq k2, zmm1, zmm2
mov rax, 3
vpbroadcastq zmm2, rax
vpcmpeqq k3, zmm1, zmm2
mov rax, 4503599627370495
vpbroadcastq zmm2, rax
vmovdqa64 zmm1, [rsi + 1280]
vpermq zmm3, zmm0, [rdx]
vpermq zmm3{k1}, zmm0, [rdx + 64]
vpermq zmm3{k2}, zmm0, [rdx + 128]
vpermq zmm3{k3}, zmm0, [rdx + 192]
vmovdqa64 zmm4, zmm2
vpmadd52luq zmm4, zmm3, [rdi]
vmovdqa64 zmm5, zmm1
vpmadd52luq zmm5, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm2, zmm4
vpmadd52luq zmm4, zmm3, [rdi + 64]
vpmadd52huq zmm4, zmm3, [rdi]
vpermq zmm6, zmm0, [rdx + 256]
vpermq zmm6{k1}, zmm0, [rdx + 320]
vpermq zmm6{k2}, zmm0, [rdx + 384]
vpermq zmm6{k3}, zmm0, [rdx + 448]
vpmadd52luq zmm4, zmm6, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vmovdqa64 zmm8, zmm2
vpmadd52luq zmm8, zmm7, zmm3
vpmadd52huq zmm8, zmm3, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vmovdqa64 zmm10, zmm2
vpmadd52luq zmm10, zmm9, zmm3
vpmadd52huq zmm10, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 256]
vmovdqa64 zmm11, zmm2
vpmadd52luq zmm11, zmm7, zmm3
vpmadd52huq zmm11, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 320]
vmovdqa64 zmm12, zmm2
vpmadd52luq zmm12, zmm9, zmm3
vpmadd52huq zmm12, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 384]
vmovdqa64 zmm13, zmm2
vpmadd52luq zmm13, zmm7, zmm3
vpmadd52huq zmm13, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 448]
vmovdqa64 zmm14, zmm2
vpmadd52luq zmm14, zmm9, zmm3
vpmadd52huq zmm14, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 512]
vmovdqa64 zmm15, zmm2
vpmadd52luq zmm15, zmm7, zmm3
vpmadd52huq zmm15, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 576]
vmovdqa64 zmm16, zmm2
vpmadd52luq zmm16, zmm9, zmm3
vpmadd52huq zmm16, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 640]
vmovdqa64 zmm17, zmm2
vpmadd52luq zmm17, zmm7, zmm3
vpmadd52huq zmm17, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 704]
vmovdqa64 zmm18, zmm2
vpmadd52luq zmm18, zmm9, zmm3
vpmadd52huq zmm18, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 768]
vmovdqa64 zmm19, zmm2
vpmadd52luq zmm19, zmm7, zmm3
vpmadd52huq zmm19, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 832]
vmovdqa64 zmm20, zmm2
vpmadd52luq zmm20, zmm9, zmm3
vpmadd52huq zmm20, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 896]
vmovdqa64 zmm21, zmm2
vpmadd52luq zmm21, zmm7, zmm3
vpmadd52huq zmm21, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 960]
vmovdqa64 zmm22, zmm2
vpmadd52luq zmm22, zmm9, zmm3
vpmadd52huq zmm22, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 1024]
vmovdqa64 zmm23, zmm2
vpmadd52luq zmm23, zmm7, zmm3
vpmadd52huq zmm23, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 1088]
vmovdqa64 zmm24, zmm2
vpmadd52luq zmm24, zmm9, zmm3
vpmadd52huq zmm24, zmm7, zmm3
vmovdqa64 zmm7, [rdi + 1152]
vmovdqa64 zmm25, zmm2
vpmadd52luq zmm25, zmm7, zmm3
vpmadd52huq zmm25, zmm9, zmm3
vmovdqa64 zmm9, [rdi + 1216]
vmovdqa64 zmm26, zmm2
vpmadd52luq zmm26, zmm9, zmm3
vpmadd52huq zmm26, zmm7, zmm3
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm9, zmm3
vmovdqa64 zmm3, [rsi + 64]
vpmadd52luq zmm4, zmm5, zmm3
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm5, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm8, zmm5, zmm4
vpmadd52huq zmm8, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 192]
vpmadd52luq zmm10, zmm5, zmm3
vpmadd52huq zmm10, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm11, zmm5, zmm4
vpmadd52huq zmm11, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 320]
vpmadd52luq zmm12, zmm5, zmm3
vpmadd52huq zmm12, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm13, zmm5, zmm4
vpmadd52huq zmm13, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 448]
vpmadd52luq zmm14, zmm5, zmm3
vpmadd52huq zmm14, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm15, zmm5, zmm4
vpmadd52huq zmm15, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 576]
vpmadd52luq zmm16, zmm5, zmm3
vpmadd52huq zmm16, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm17, zmm5, zmm4
vpmadd52huq zmm17, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 704]
vpmadd52luq zmm18, zmm5, zmm3
vpmadd52huq zmm18, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm19, zmm5, zmm4
vpmadd52huq zmm19, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 832]
vpmadd52luq zmm20, zmm5, zmm3
vpmadd52huq zmm20, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm21, zmm5, zmm4
vpmadd52huq zmm21, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 960]
vpmadd52luq zmm22, zmm5, zmm3
vpmadd52huq zmm22, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm23, zmm5, zmm4
vpmadd52huq zmm23, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 1088]
vpmadd52luq zmm24, zmm5, zmm3
vpmadd52huq zmm24, zmm5, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm25, zmm5, zmm4
vpmadd52huq zmm25, zmm5, zmm3
vmovdqa64 zmm3, [rsi + 1216]
vpmadd52luq zmm26, zmm5, zmm3
vpmadd52huq zmm26, zmm5, zmm4
vpmadd52huq zmm7, zmm5, zmm3
vmovdqa64 zmm3, zmm1
vpmadd52luq zmm3, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm8, zmm9
vpmadd52luq zmm9, zmm6, [rdi + 64]
vpmadd52huq zmm9, zmm6, [rdi]
vpermq zmm8, zmm0, [rdx + 512]
vpermq zmm8{k1}, zmm0, [rdx + 576]
vpermq zmm8{k2}, zmm0, [rdx + 640]
vpermq zmm8{k3}, zmm0, [rdx + 704]
vpmadd52luq zmm9, zmm8, [rdi]
vmovdqa64 zmm5, [rdi + 128]
vpmadd52luq zmm10, zmm5, zmm6
vpmadd52huq zmm10, zmm6, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm11, zmm4, zmm6
vpmadd52huq zmm11, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 256]
vpmadd52luq zmm12, zmm5, zmm6
vpmadd52huq zmm12, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm13, zmm4, zmm6
vpmadd52huq zmm13, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 384]
vpmadd52luq zmm14, zmm5, zmm6
vpmadd52huq zmm14, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm15, zmm4, zmm6
vpmadd52huq zmm15, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 512]
vpmadd52luq zmm16, zmm5, zmm6
vpmadd52huq zmm16, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm17, zmm4, zmm6
vpmadd52huq zmm17, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 640]
vpmadd52luq zmm18, zmm5, zmm6
vpmadd52huq zmm18, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm19, zmm4, zmm6
vpmadd52huq zmm19, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 768]
vpmadd52luq zmm20, zmm5, zmm6
vpmadd52huq zmm20, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm21, zmm4, zmm6
vpmadd52huq zmm21, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 896]
vpmadd52luq zmm22, zmm5, zmm6
vpmadd52huq zmm22, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm23, zmm4, zmm6
vpmadd52huq zmm23, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 1024]
vpmadd52luq zmm24, zmm5, zmm6
vpmadd52huq zmm24, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm25, zmm4, zmm6
vpmadd52huq zmm25, zmm5, zmm6
vmovdqa64 zmm5, [rdi + 1152]
vpmadd52luq zmm26, zmm5, zmm6
vpmadd52huq zmm26, zmm4, zmm6
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm7, zmm4, zmm6
vpmadd52huq zmm7, zmm5, zmm6
vpxord zmm5, zmm5, zmm5
vpmadd52huq zmm5, zmm4, zmm6
vmovdqa64 zmm6, [rsi + 64]
vpmadd52luq zmm9, zmm3, zmm6
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm3, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm10, zmm3, zmm9
vpmadd52huq zmm10, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 192]
vpmadd52luq zmm11, zmm3, zmm6
vpmadd52huq zmm11, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm12, zmm3, zmm9
vpmadd52huq zmm12, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 320]
vpmadd52luq zmm13, zmm3, zmm6
vpmadd52huq zmm13, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm14, zmm3, zmm9
vpmadd52huq zmm14, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 448]
vpmadd52luq zmm15, zmm3, zmm6
vpmadd52huq zmm15, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm16, zmm3, zmm9
vpmadd52huq zmm16, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 576]
vpmadd52luq zmm17, zmm3, zmm6
vpmadd52huq zmm17, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm18, zmm3, zmm9
vpmadd52huq zmm18, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 704]
vpmadd52luq zmm19, zmm3, zmm6
vpmadd52huq zmm19, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm20, zmm3, zmm9
vpmadd52huq zmm20, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 832]
vpmadd52luq zmm21, zmm3, zmm6
vpmadd52huq zmm21, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm22, zmm3, zmm9
vpmadd52huq zmm22, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 960]
vpmadd52luq zmm23, zmm3, zmm6
vpmadd52huq zmm23, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm24, zmm3, zmm9
vpmadd52huq zmm24, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 1088]
vpmadd52luq zmm25, zmm3, zmm6
vpmadd52huq zmm25, zmm3, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm26, zmm3, zmm9
vpmadd52huq zmm26, zmm3, zmm6
vmovdqa64 zmm6, [rsi + 1216]
vpmadd52luq zmm7, zmm3, zmm6
vpmadd52huq zmm7, zmm3, zmm9
vpmadd52huq zmm5, zmm3, zmm6
vmovdqa64 zmm6, zmm1
vpmadd52luq zmm6, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm10, zmm4
vpmadd52luq zmm4, zmm8, [rdi + 64]
vpmadd52huq zmm4, zmm8, [rdi]
vpermq zmm10, zmm0, [rdx + 768]
vpermq zmm10{k1}, zmm0, [rdx + 832]
vpermq zmm10{k2}, zmm0, [rdx + 896]
vpermq zmm10{k3}, zmm0, [rdx + 960]
vpmadd52luq zmm4, zmm10, [rdi]
vmovdqa64 zmm3, [rdi + 128]
vpmadd52luq zmm11, zmm3, zmm8
vpmadd52huq zmm11, zmm8, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm12, zmm9, zmm8
vpmadd52huq zmm12, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 256]
vpmadd52luq zmm13, zmm3, zmm8
vpmadd52huq zmm13, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm14, zmm9, zmm8
vpmadd52huq zmm14, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 384]
vpmadd52luq zmm15, zmm3, zmm8
vpmadd52huq zmm15, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm16, zmm9, zmm8
vpmadd52huq zmm16, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 512]
vpmadd52luq zmm17, zmm3, zmm8
vpmadd52huq zmm17, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm18, zmm9, zmm8
vpmadd52huq zmm18, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 640]
vpmadd52luq zmm19, zmm3, zmm8
vpmadd52huq zmm19, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm20, zmm9, zmm8
vpmadd52huq zmm20, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 768]
vpmadd52luq zmm21, zmm3, zmm8
vpmadd52huq zmm21, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm22, zmm9, zmm8
vpmadd52huq zmm22, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 896]
vpmadd52luq zmm23, zmm3, zmm8
vpmadd52huq zmm23, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm24, zmm9, zmm8
vpmadd52huq zmm24, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 1024]
vpmadd52luq zmm25, zmm3, zmm8
vpmadd52huq zmm25, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm26, zmm9, zmm8
vpmadd52huq zmm26, zmm3, zmm8
vmovdqa64 zmm3, [rdi + 1152]
vpmadd52luq zmm7, zmm3, zmm8
vpmadd52huq zmm7, zmm9, zmm8
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm5, zmm9, zmm8
vpmadd52huq zmm5, zmm3, zmm8
vpxord zmm3, zmm3, zmm3
vpmadd52huq zmm3, zmm9, zmm8
vmovdqa64 zmm8, [rsi + 64]
vpmadd52luq zmm4, zmm6, zmm8
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm6, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm11, zmm6, zmm4
vpmadd52huq zmm11, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 192]
vpmadd52luq zmm12, zmm6, zmm8
vpmadd52huq zmm12, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm13, zmm6, zmm4
vpmadd52huq zmm13, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 320]
vpmadd52luq zmm14, zmm6, zmm8
vpmadd52huq zmm14, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm15, zmm6, zmm4
vpmadd52huq zmm15, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 448]
vpmadd52luq zmm16, zmm6, zmm8
vpmadd52huq zmm16, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm17, zmm6, zmm4
vpmadd52huq zmm17, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 576]
vpmadd52luq zmm18, zmm6, zmm8
vpmadd52huq zmm18, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm19, zmm6, zmm4
vpmadd52huq zmm19, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 704]
vpmadd52luq zmm20, zmm6, zmm8
vpmadd52huq zmm20, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm21, zmm6, zmm4
vpmadd52huq zmm21, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 832]
vpmadd52luq zmm22, zmm6, zmm8
vpmadd52huq zmm22, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm23, zmm6, zmm4
vpmadd52huq zmm23, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 960]
vpmadd52luq zmm24, zmm6, zmm8
vpmadd52huq zmm24, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm25, zmm6, zmm4
vpmadd52huq zmm25, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 1088]
vpmadd52luq zmm26, zmm6, zmm8
vpmadd52huq zmm26, zmm6, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm7, zmm6, zmm4
vpmadd52huq zmm7, zmm6, zmm8
vmovdqa64 zmm8, [rsi + 1216]
vpmadd52luq zmm5, zmm6, zmm8
vpmadd52huq zmm5, zmm6, zmm4
vpmadd52huq zmm3, zmm6, zmm8
vmovdqa64 zmm8, zmm1
vpmadd52luq zmm8, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm11, zmm9
vpmadd52luq zmm9, zmm10, [rdi + 64]
vpmadd52huq zmm9, zmm10, [rdi]
vpermq zmm11, zmm0, [rdx + 1024]
vpermq zmm11{k1}, zmm0, [rdx + 1088]
vpermq zmm11{k2}, zmm0, [rdx + 1152]
vpermq zmm11{k3}, zmm0, [rdx + 1216]
vpmadd52luq zmm9, zmm11, [rdi]
vmovdqa64 zmm6, [rdi + 128]
vpmadd52luq zmm12, zmm6, zmm10
vpmadd52huq zmm12, zmm10, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm13, zmm4, zmm10
vpmadd52huq zmm13, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 256]
vpmadd52luq zmm14, zmm6, zmm10
vpmadd52huq zmm14, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm15, zmm4, zmm10
vpmadd52huq zmm15, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 384]
vpmadd52luq zmm16, zmm6, zmm10
vpmadd52huq zmm16, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm17, zmm4, zmm10
vpmadd52huq zmm17, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 512]
vpmadd52luq zmm18, zmm6, zmm10
vpmadd52huq zmm18, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm19, zmm4, zmm10
vpmadd52huq zmm19, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 640]
vpmadd52luq zmm20, zmm6, zmm10
vpmadd52huq zmm20, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm21, zmm4, zmm10
vpmadd52huq zmm21, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 768]
vpmadd52luq zmm22, zmm6, zmm10
vpmadd52huq zmm22, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm23, zmm4, zmm10
vpmadd52huq zmm23, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 896]
vpmadd52luq zmm24, zmm6, zmm10
vpmadd52huq zmm24, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm25, zmm4, zmm10
vpmadd52huq zmm25, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 1024]
vpmadd52luq zmm26, zmm6, zmm10
vpmadd52huq zmm26, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm7, zmm4, zmm10
vpmadd52huq zmm7, zmm6, zmm10
vmovdqa64 zmm6, [rdi + 1152]
vpmadd52luq zmm5, zmm6, zmm10
vpmadd52huq zmm5, zmm4, zmm10
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm3, zmm4, zmm10
vpmadd52huq zmm3, zmm6, zmm10
vpxord zmm6, zmm6, zmm6
vpmadd52huq zmm6, zmm4, zmm10
vmovdqa64 zmm10, [rsi + 64]
vpmadd52luq zmm9, zmm8, zmm10
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm8, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm12, zmm8, zmm9
vpmadd52huq zmm12, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 192]
vpmadd52luq zmm13, zmm8, zmm10
vpmadd52huq zmm13, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm14, zmm8, zmm9
vpmadd52huq zmm14, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 320]
vpmadd52luq zmm15, zmm8, zmm10
vpmadd52huq zmm15, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm16, zmm8, zmm9
vpmadd52huq zmm16, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 448]
vpmadd52luq zmm17, zmm8, zmm10
vpmadd52huq zmm17, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm18, zmm8, zmm9
vpmadd52huq zmm18, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 576]
vpmadd52luq zmm19, zmm8, zmm10
vpmadd52huq zmm19, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm20, zmm8, zmm9
vpmadd52huq zmm20, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 704]
vpmadd52luq zmm21, zmm8, zmm10
vpmadd52huq zmm21, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm22, zmm8, zmm9
vpmadd52huq zmm22, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 832]
vpmadd52luq zmm23, zmm8, zmm10
vpmadd52huq zmm23, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm24, zmm8, zmm9
vpmadd52huq zmm24, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 960]
vpmadd52luq zmm25, zmm8, zmm10
vpmadd52huq zmm25, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm26, zmm8, zmm9
vpmadd52huq zmm26, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 1088]
vpmadd52luq zmm7, zmm8, zmm10
vpmadd52huq zmm7, zmm8, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm5, zmm8, zmm9
vpmadd52huq zmm5, zmm8, zmm10
vmovdqa64 zmm10, [rsi + 1216]
vpmadd52luq zmm3, zmm8, zmm10
vpmadd52huq zmm3, zmm8, zmm9
vpmadd52huq zmm6, zmm8, zmm10
vmovdqa64 zmm10, zmm1
vpmadd52luq zmm10, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm12, zmm4
vpmadd52luq zmm4, zmm11, [rdi + 64]
vpmadd52huq zmm4, zmm11, [rdi]
vpermq zmm12, zmm0, [rdx + 1280]
vpermq zmm12{k1}, zmm0, [rdx + 1344]
vpermq zmm12{k2}, zmm0, [rdx + 1408]
vpermq zmm12{k3}, zmm0, [rdx + 1472]
vpmadd52luq zmm4, zmm12, [rdi]
vmovdqa64 zmm8, [rdi + 128]
vpmadd52luq zmm13, zmm8, zmm11
vpmadd52huq zmm13, zmm11, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm14, zmm9, zmm11
vpmadd52huq zmm14, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 256]
vpmadd52luq zmm15, zmm8, zmm11
vpmadd52huq zmm15, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm16, zmm9, zmm11
vpmadd52huq zmm16, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 384]
vpmadd52luq zmm17, zmm8, zmm11
vpmadd52huq zmm17, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm18, zmm9, zmm11
vpmadd52huq zmm18, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 512]
vpmadd52luq zmm19, zmm8, zmm11
vpmadd52huq zmm19, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm20, zmm9, zmm11
vpmadd52huq zmm20, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 640]
vpmadd52luq zmm21, zmm8, zmm11
vpmadd52huq zmm21, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm22, zmm9, zmm11
vpmadd52huq zmm22, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 768]
vpmadd52luq zmm23, zmm8, zmm11
vpmadd52huq zmm23, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm24, zmm9, zmm11
vpmadd52huq zmm24, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 896]
vpmadd52luq zmm25, zmm8, zmm11
vpmadd52huq zmm25, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm26, zmm9, zmm11
vpmadd52huq zmm26, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 1024]
vpmadd52luq zmm7, zmm8, zmm11
vpmadd52huq zmm7, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm5, zmm9, zmm11
vpmadd52huq zmm5, zmm8, zmm11
vmovdqa64 zmm8, [rdi + 1152]
vpmadd52luq zmm3, zmm8, zmm11
vpmadd52huq zmm3, zmm9, zmm11
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm6, zmm9, zmm11
vpmadd52huq zmm6, zmm8, zmm11
vpxord zmm8, zmm8, zmm8
vpmadd52huq zmm8, zmm9, zmm11
vmovdqa64 zmm11, [rsi + 64]
vpmadd52luq zmm4, zmm10, zmm11
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm10, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm13, zmm10, zmm4
vpmadd52huq zmm13, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 192]
vpmadd52luq zmm14, zmm10, zmm11
vpmadd52huq zmm14, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm15, zmm10, zmm4
vpmadd52huq zmm15, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 320]
vpmadd52luq zmm16, zmm10, zmm11
vpmadd52huq zmm16, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm17, zmm10, zmm4
vpmadd52huq zmm17, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 448]
vpmadd52luq zmm18, zmm10, zmm11
vpmadd52huq zmm18, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm19, zmm10, zmm4
vpmadd52huq zmm19, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 576]
vpmadd52luq zmm20, zmm10, zmm11
vpmadd52huq zmm20, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm21, zmm10, zmm4
vpmadd52huq zmm21, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 704]
vpmadd52luq zmm22, zmm10, zmm11
vpmadd52huq zmm22, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm23, zmm10, zmm4
vpmadd52huq zmm23, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 832]
vpmadd52luq zmm24, zmm10, zmm11
vpmadd52huq zmm24, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm25, zmm10, zmm4
vpmadd52huq zmm25, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 960]
vpmadd52luq zmm26, zmm10, zmm11
vpmadd52huq zmm26, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm7, zmm10, zmm4
vpmadd52huq zmm7, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1088]
vpmadd52luq zmm5, zmm10, zmm11
vpmadd52huq zmm5, zmm10, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm3, zmm10, zmm4
vpmadd52huq zmm3, zmm10, zmm11
vmovdqa64 zmm11, [rsi + 1216]
vpmadd52luq zmm6, zmm10, zmm11
vpmadd52huq zmm6, zmm10, zmm4
vpmadd52huq zmm8, zmm10, zmm11
vmovdqa64 zmm11, zmm1
vpmadd52luq zmm11, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm13, zmm9
vpmadd52luq zmm9, zmm12, [rdi + 64]
vpmadd52huq zmm9, zmm12, [rdi]
vpermq zmm13, zmm0, [rdx + 1536]
vpermq zmm13{k1}, zmm0, [rdx + 1600]
vpermq zmm13{k2}, zmm0, [rdx + 1664]
vpermq zmm13{k3}, zmm0, [rdx + 1728]
vpmadd52luq zmm9, zmm13, [rdi]
vmovdqa64 zmm10, [rdi + 128]
vpmadd52luq zmm14, zmm10, zmm12
vpmadd52huq zmm14, zmm12, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm15, zmm4, zmm12
vpmadd52huq zmm15, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 256]
vpmadd52luq zmm16, zmm10, zmm12
vpmadd52huq zmm16, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm17, zmm4, zmm12
vpmadd52huq zmm17, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 384]
vpmadd52luq zmm18, zmm10, zmm12
vpmadd52huq zmm18, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm19, zmm4, zmm12
vpmadd52huq zmm19, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 512]
vpmadd52luq zmm20, zmm10, zmm12
vpmadd52huq zmm20, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm21, zmm4, zmm12
vpmadd52huq zmm21, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 640]
vpmadd52luq zmm22, zmm10, zmm12
vpmadd52huq zmm22, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm23, zmm4, zmm12
vpmadd52huq zmm23, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 768]
vpmadd52luq zmm24, zmm10, zmm12
vpmadd52huq zmm24, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm25, zmm4, zmm12
vpmadd52huq zmm25, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 896]
vpmadd52luq zmm26, zmm10, zmm12
vpmadd52huq zmm26, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm7, zmm4, zmm12
vpmadd52huq zmm7, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 1024]
vpmadd52luq zmm5, zmm10, zmm12
vpmadd52huq zmm5, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm3, zmm4, zmm12
vpmadd52huq zmm3, zmm10, zmm12
vmovdqa64 zmm10, [rdi + 1152]
vpmadd52luq zmm6, zmm10, zmm12
vpmadd52huq zmm6, zmm4, zmm12
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm8, zmm4, zmm12
vpmadd52huq zmm8, zmm10, zmm12
vpxord zmm10, zmm10, zmm10
vpmadd52huq zmm10, zmm4, zmm12
vmovdqa64 zmm12, [rsi + 64]
vpmadd52luq zmm9, zmm11, zmm12
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm11, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm14, zmm11, zmm9
vpmadd52huq zmm14, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 192]
vpmadd52luq zmm15, zmm11, zmm12
vpmadd52huq zmm15, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm16, zmm11, zmm9
vpmadd52huq zmm16, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 320]
vpmadd52luq zmm17, zmm11, zmm12
vpmadd52huq zmm17, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm18, zmm11, zmm9
vpmadd52huq zmm18, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 448]
vpmadd52luq zmm19, zmm11, zmm12
vpmadd52huq zmm19, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm20, zmm11, zmm9
vpmadd52huq zmm20, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 576]
vpmadd52luq zmm21, zmm11, zmm12
vpmadd52huq zmm21, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm22, zmm11, zmm9
vpmadd52huq zmm22, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 704]
vpmadd52luq zmm23, zmm11, zmm12
vpmadd52huq zmm23, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm24, zmm11, zmm9
vpmadd52huq zmm24, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 832]
vpmadd52luq zmm25, zmm11, zmm12
vpmadd52huq zmm25, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm26, zmm11, zmm9
vpmadd52huq zmm26, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 960]
vpmadd52luq zmm7, zmm11, zmm12
vpmadd52huq zmm7, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm5, zmm11, zmm9
vpmadd52huq zmm5, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1088]
vpmadd52luq zmm3, zmm11, zmm12
vpmadd52huq zmm3, zmm11, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm6, zmm11, zmm9
vpmadd52huq zmm6, zmm11, zmm12
vmovdqa64 zmm12, [rsi + 1216]
vpmadd52luq zmm8, zmm11, zmm12
vpmadd52huq zmm8, zmm11, zmm9
vpmadd52huq zmm10, zmm11, zmm12
vmovdqa64 zmm12, zmm1
vpmadd52luq zmm12, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm14, zmm4
vpmadd52luq zmm4, zmm13, [rdi + 64]
vpmadd52huq zmm4, zmm13, [rdi]
vpermq zmm14, zmm0, [rdx + 1792]
vpermq zmm14{k1}, zmm0, [rdx + 1856]
vpermq zmm14{k2}, zmm0, [rdx + 1920]
vpermq zmm14{k3}, zmm0, [rdx + 1984]
vpmadd52luq zmm4, zmm14, [rdi]
vmovdqa64 zmm11, [rdi + 128]
vpmadd52luq zmm15, zmm11, zmm13
vpmadd52huq zmm15, zmm13, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm16, zmm9, zmm13
vpmadd52huq zmm16, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 256]
vpmadd52luq zmm17, zmm11, zmm13
vpmadd52huq zmm17, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm18, zmm9, zmm13
vpmadd52huq zmm18, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 384]
vpmadd52luq zmm19, zmm11, zmm13
vpmadd52huq zmm19, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm20, zmm9, zmm13
vpmadd52huq zmm20, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 512]
vpmadd52luq zmm21, zmm11, zmm13
vpmadd52huq zmm21, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm22, zmm9, zmm13
vpmadd52huq zmm22, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 640]
vpmadd52luq zmm23, zmm11, zmm13
vpmadd52huq zmm23, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm24, zmm9, zmm13
vpmadd52huq zmm24, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 768]
vpmadd52luq zmm25, zmm11, zmm13
vpmadd52huq zmm25, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm26, zmm9, zmm13
vpmadd52huq zmm26, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 896]
vpmadd52luq zmm7, zmm11, zmm13
vpmadd52huq zmm7, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm5, zmm9, zmm13
vpmadd52huq zmm5, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 1024]
vpmadd52luq zmm3, zmm11, zmm13
vpmadd52huq zmm3, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm6, zmm9, zmm13
vpmadd52huq zmm6, zmm11, zmm13
vmovdqa64 zmm11, [rdi + 1152]
vpmadd52luq zmm8, zmm11, zmm13
vpmadd52huq zmm8, zmm9, zmm13
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm10, zmm9, zmm13
vpmadd52huq zmm10, zmm11, zmm13
vpxord zmm11, zmm11, zmm11
vpmadd52huq zmm11, zmm9, zmm13
vmovdqa64 zmm13, [rsi + 64]
vpmadd52luq zmm4, zmm12, zmm13
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm12, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm15, zmm12, zmm4
vpmadd52huq zmm15, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 192]
vpmadd52luq zmm16, zmm12, zmm13
vpmadd52huq zmm16, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm17, zmm12, zmm4
vpmadd52huq zmm17, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 320]
vpmadd52luq zmm18, zmm12, zmm13
vpmadd52huq zmm18, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm19, zmm12, zmm4
vpmadd52huq zmm19, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 448]
vpmadd52luq zmm20, zmm12, zmm13
vpmadd52huq zmm20, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm21, zmm12, zmm4
vpmadd52huq zmm21, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 576]
vpmadd52luq zmm22, zmm12, zmm13
vpmadd52huq zmm22, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm23, zmm12, zmm4
vpmadd52huq zmm23, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 704]
vpmadd52luq zmm24, zmm12, zmm13
vpmadd52huq zmm24, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm25, zmm12, zmm4
vpmadd52huq zmm25, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 832]
vpmadd52luq zmm26, zmm12, zmm13
vpmadd52huq zmm26, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm7, zmm12, zmm4
vpmadd52huq zmm7, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 960]
vpmadd52luq zmm5, zmm12, zmm13
vpmadd52huq zmm5, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm3, zmm12, zmm4
vpmadd52huq zmm3, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1088]
vpmadd52luq zmm6, zmm12, zmm13
vpmadd52huq zmm6, zmm12, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm8, zmm12, zmm4
vpmadd52huq zmm8, zmm12, zmm13
vmovdqa64 zmm13, [rsi + 1216]
vpmadd52luq zmm10, zmm12, zmm13
vpmadd52huq zmm10, zmm12, zmm4
vpmadd52huq zmm11, zmm12, zmm13
vmovdqa64 zmm13, zmm1
vpmadd52luq zmm13, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm15, zmm9
vpmadd52luq zmm9, zmm14, [rdi + 64]
vpmadd52huq zmm9, zmm14, [rdi]
vpermq zmm15, zmm0, [rdx + 2048]
vpermq zmm15{k1}, zmm0, [rdx + 2112]
vpermq zmm15{k2}, zmm0, [rdx + 2176]
vpermq zmm15{k3}, zmm0, [rdx + 2240]
vpmadd52luq zmm9, zmm15, [rdi]
vmovdqa64 zmm12, [rdi + 128]
vpmadd52luq zmm16, zmm12, zmm14
vpmadd52huq zmm16, zmm14, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm17, zmm4, zmm14
vpmadd52huq zmm17, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 256]
vpmadd52luq zmm18, zmm12, zmm14
vpmadd52huq zmm18, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm19, zmm4, zmm14
vpmadd52huq zmm19, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 384]
vpmadd52luq zmm20, zmm12, zmm14
vpmadd52huq zmm20, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm21, zmm4, zmm14
vpmadd52huq zmm21, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 512]
vpmadd52luq zmm22, zmm12, zmm14
vpmadd52huq zmm22, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm23, zmm4, zmm14
vpmadd52huq zmm23, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 640]
vpmadd52luq zmm24, zmm12, zmm14
vpmadd52huq zmm24, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm25, zmm4, zmm14
vpmadd52huq zmm25, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 768]
vpmadd52luq zmm26, zmm12, zmm14
vpmadd52huq zmm26, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm7, zmm4, zmm14
vpmadd52huq zmm7, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 896]
vpmadd52luq zmm5, zmm12, zmm14
vpmadd52huq zmm5, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm3, zmm4, zmm14
vpmadd52huq zmm3, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 1024]
vpmadd52luq zmm6, zmm12, zmm14
vpmadd52huq zmm6, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm8, zmm4, zmm14
vpmadd52huq zmm8, zmm12, zmm14
vmovdqa64 zmm12, [rdi + 1152]
vpmadd52luq zmm10, zmm12, zmm14
vpmadd52huq zmm10, zmm4, zmm14
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm11, zmm4, zmm14
vpmadd52huq zmm11, zmm12, zmm14
vpxord zmm12, zmm12, zmm12
vpmadd52huq zmm12, zmm4, zmm14
vmovdqa64 zmm14, [rsi + 64]
vpmadd52luq zmm9, zmm13, zmm14
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm13, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm16, zmm13, zmm9
vpmadd52huq zmm16, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 192]
vpmadd52luq zmm17, zmm13, zmm14
vpmadd52huq zmm17, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm18, zmm13, zmm9
vpmadd52huq zmm18, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 320]
vpmadd52luq zmm19, zmm13, zmm14
vpmadd52huq zmm19, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm20, zmm13, zmm9
vpmadd52huq zmm20, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 448]
vpmadd52luq zmm21, zmm13, zmm14
vpmadd52huq zmm21, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm22, zmm13, zmm9
vpmadd52huq zmm22, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 576]
vpmadd52luq zmm23, zmm13, zmm14
vpmadd52huq zmm23, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm24, zmm13, zmm9
vpmadd52huq zmm24, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 704]
vpmadd52luq zmm25, zmm13, zmm14
vpmadd52huq zmm25, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm26, zmm13, zmm9
vpmadd52huq zmm26, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 832]
vpmadd52luq zmm7, zmm13, zmm14
vpmadd52huq zmm7, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm5, zmm13, zmm9
vpmadd52huq zmm5, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 960]
vpmadd52luq zmm3, zmm13, zmm14
vpmadd52huq zmm3, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm6, zmm13, zmm9
vpmadd52huq zmm6, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1088]
vpmadd52luq zmm8, zmm13, zmm14
vpmadd52huq zmm8, zmm13, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm10, zmm13, zmm9
vpmadd52huq zmm10, zmm13, zmm14
vmovdqa64 zmm14, [rsi + 1216]
vpmadd52luq zmm11, zmm13, zmm14
vpmadd52huq zmm11, zmm13, zmm9
vpmadd52huq zmm12, zmm13, zmm14
vmovdqa64 zmm14, zmm1
vpmadd52luq zmm14, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm16, zmm4
vpmadd52luq zmm4, zmm15, [rdi + 64]
vpmadd52huq zmm4, zmm15, [rdi]
vpermq zmm16, zmm0, [rdx + 2304]
vpermq zmm16{k1}, zmm0, [rdx + 2368]
vpermq zmm16{k2}, zmm0, [rdx + 2432]
vpermq zmm16{k3}, zmm0, [rdx + 2496]
vpmadd52luq zmm4, zmm16, [rdi]
vmovdqa64 zmm13, [rdi + 128]
vpmadd52luq zmm17, zmm13, zmm15
vpmadd52huq zmm17, zmm15, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm18, zmm9, zmm15
vpmadd52huq zmm18, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 256]
vpmadd52luq zmm19, zmm13, zmm15
vpmadd52huq zmm19, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm20, zmm9, zmm15
vpmadd52huq zmm20, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 384]
vpmadd52luq zmm21, zmm13, zmm15
vpmadd52huq zmm21, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm22, zmm9, zmm15
vpmadd52huq zmm22, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 512]
vpmadd52luq zmm23, zmm13, zmm15
vpmadd52huq zmm23, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm24, zmm9, zmm15
vpmadd52huq zmm24, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 640]
vpmadd52luq zmm25, zmm13, zmm15
vpmadd52huq zmm25, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm26, zmm9, zmm15
vpmadd52huq zmm26, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 768]
vpmadd52luq zmm7, zmm13, zmm15
vpmadd52huq zmm7, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm5, zmm9, zmm15
vpmadd52huq zmm5, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 896]
vpmadd52luq zmm3, zmm13, zmm15
vpmadd52huq zmm3, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm6, zmm9, zmm15
vpmadd52huq zmm6, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 1024]
vpmadd52luq zmm8, zmm13, zmm15
vpmadd52huq zmm8, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm10, zmm9, zmm15
vpmadd52huq zmm10, zmm13, zmm15
vmovdqa64 zmm13, [rdi + 1152]
vpmadd52luq zmm11, zmm13, zmm15
vpmadd52huq zmm11, zmm9, zmm15
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm12, zmm9, zmm15
vpmadd52huq zmm12, zmm13, zmm15
vpxord zmm13, zmm13, zmm13
vpmadd52huq zmm13, zmm9, zmm15
vmovdqa64 zmm15, [rsi + 64]
vpmadd52luq zmm4, zmm14, zmm15
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm14, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm17, zmm14, zmm4
vpmadd52huq zmm17, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 192]
vpmadd52luq zmm18, zmm14, zmm15
vpmadd52huq zmm18, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm19, zmm14, zmm4
vpmadd52huq zmm19, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 320]
vpmadd52luq zmm20, zmm14, zmm15
vpmadd52huq zmm20, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm21, zmm14, zmm4
vpmadd52huq zmm21, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 448]
vpmadd52luq zmm22, zmm14, zmm15
vpmadd52huq zmm22, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm23, zmm14, zmm4
vpmadd52huq zmm23, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 576]
vpmadd52luq zmm24, zmm14, zmm15
vpmadd52huq zmm24, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm25, zmm14, zmm4
vpmadd52huq zmm25, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 704]
vpmadd52luq zmm26, zmm14, zmm15
vpmadd52huq zmm26, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm7, zmm14, zmm4
vpmadd52huq zmm7, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 832]
vpmadd52luq zmm5, zmm14, zmm15
vpmadd52huq zmm5, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm3, zmm14, zmm4
vpmadd52huq zmm3, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 960]
vpmadd52luq zmm6, zmm14, zmm15
vpmadd52huq zmm6, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm8, zmm14, zmm4
vpmadd52huq zmm8, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1088]
vpmadd52luq zmm10, zmm14, zmm15
vpmadd52huq zmm10, zmm14, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm11, zmm14, zmm4
vpmadd52huq zmm11, zmm14, zmm15
vmovdqa64 zmm15, [rsi + 1216]
vpmadd52luq zmm12, zmm14, zmm15
vpmadd52huq zmm12, zmm14, zmm4
vpmadd52huq zmm13, zmm14, zmm15
vmovdqa64 zmm15, zmm1
vpmadd52luq zmm15, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm17, zmm9
vpmadd52luq zmm9, zmm16, [rdi + 64]
vpmadd52huq zmm9, zmm16, [rdi]
vpermq zmm17, zmm0, [rdx + 2560]
vpermq zmm17{k1}, zmm0, [rdx + 2624]
vpermq zmm17{k2}, zmm0, [rdx + 2688]
vpermq zmm17{k3}, zmm0, [rdx + 2752]
vpmadd52luq zmm9, zmm17, [rdi]
vmovdqa64 zmm14, [rdi + 128]
vpmadd52luq zmm18, zmm14, zmm16
vpmadd52huq zmm18, zmm16, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm19, zmm4, zmm16
vpmadd52huq zmm19, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 256]
vpmadd52luq zmm20, zmm14, zmm16
vpmadd52huq zmm20, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm21, zmm4, zmm16
vpmadd52huq zmm21, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 384]
vpmadd52luq zmm22, zmm14, zmm16
vpmadd52huq zmm22, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm23, zmm4, zmm16
vpmadd52huq zmm23, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 512]
vpmadd52luq zmm24, zmm14, zmm16
vpmadd52huq zmm24, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm25, zmm4, zmm16
vpmadd52huq zmm25, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 640]
vpmadd52luq zmm26, zmm14, zmm16
vpmadd52huq zmm26, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm7, zmm4, zmm16
vpmadd52huq zmm7, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 768]
vpmadd52luq zmm5, zmm14, zmm16
vpmadd52huq zmm5, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm3, zmm4, zmm16
vpmadd52huq zmm3, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 896]
vpmadd52luq zmm6, zmm14, zmm16
vpmadd52huq zmm6, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm8, zmm4, zmm16
vpmadd52huq zmm8, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 1024]
vpmadd52luq zmm10, zmm14, zmm16
vpmadd52huq zmm10, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm11, zmm4, zmm16
vpmadd52huq zmm11, zmm14, zmm16
vmovdqa64 zmm14, [rdi + 1152]
vpmadd52luq zmm12, zmm14, zmm16
vpmadd52huq zmm12, zmm4, zmm16
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm13, zmm4, zmm16
vpmadd52huq zmm13, zmm14, zmm16
vpxord zmm14, zmm14, zmm14
vpmadd52huq zmm14, zmm4, zmm16
vmovdqa64 zmm16, [rsi + 64]
vpmadd52luq zmm9, zmm15, zmm16
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm15, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm18, zmm15, zmm9
vpmadd52huq zmm18, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 192]
vpmadd52luq zmm19, zmm15, zmm16
vpmadd52huq zmm19, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm20, zmm15, zmm9
vpmadd52huq zmm20, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 320]
vpmadd52luq zmm21, zmm15, zmm16
vpmadd52huq zmm21, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm22, zmm15, zmm9
vpmadd52huq zmm22, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 448]
vpmadd52luq zmm23, zmm15, zmm16
vpmadd52huq zmm23, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm24, zmm15, zmm9
vpmadd52huq zmm24, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 576]
vpmadd52luq zmm25, zmm15, zmm16
vpmadd52huq zmm25, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm26, zmm15, zmm9
vpmadd52huq zmm26, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 704]
vpmadd52luq zmm7, zmm15, zmm16
vpmadd52huq zmm7, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm5, zmm15, zmm9
vpmadd52huq zmm5, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 832]
vpmadd52luq zmm3, zmm15, zmm16
vpmadd52huq zmm3, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm6, zmm15, zmm9
vpmadd52huq zmm6, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 960]
vpmadd52luq zmm8, zmm15, zmm16
vpmadd52huq zmm8, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm10, zmm15, zmm9
vpmadd52huq zmm10, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1088]
vpmadd52luq zmm11, zmm15, zmm16
vpmadd52huq zmm11, zmm15, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm12, zmm15, zmm9
vpmadd52huq zmm12, zmm15, zmm16
vmovdqa64 zmm16, [rsi + 1216]
vpmadd52luq zmm13, zmm15, zmm16
vpmadd52huq zmm13, zmm15, zmm9
vpmadd52huq zmm14, zmm15, zmm16
vmovdqa64 zmm16, zmm1
vpmadd52luq zmm16, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm18, zmm4
vpmadd52luq zmm4, zmm17, [rdi + 64]
vpmadd52huq zmm4, zmm17, [rdi]
vpermq zmm18, zmm0, [rdx + 2816]
vpermq zmm18{k1}, zmm0, [rdx + 2880]
vpermq zmm18{k2}, zmm0, [rdx + 2944]
vpermq zmm18{k3}, zmm0, [rdx + 3008]
vpmadd52luq zmm4, zmm18, [rdi]
vmovdqa64 zmm15, [rdi + 128]
vpmadd52luq zmm19, zmm15, zmm17
vpmadd52huq zmm19, zmm17, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm20, zmm9, zmm17
vpmadd52huq zmm20, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 256]
vpmadd52luq zmm21, zmm15, zmm17
vpmadd52huq zmm21, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm22, zmm9, zmm17
vpmadd52huq zmm22, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 384]
vpmadd52luq zmm23, zmm15, zmm17
vpmadd52huq zmm23, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm24, zmm9, zmm17
vpmadd52huq zmm24, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 512]
vpmadd52luq zmm25, zmm15, zmm17
vpmadd52huq zmm25, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm26, zmm9, zmm17
vpmadd52huq zmm26, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 640]
vpmadd52luq zmm7, zmm15, zmm17
vpmadd52huq zmm7, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm5, zmm9, zmm17
vpmadd52huq zmm5, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 768]
vpmadd52luq zmm3, zmm15, zmm17
vpmadd52huq zmm3, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm6, zmm9, zmm17
vpmadd52huq zmm6, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 896]
vpmadd52luq zmm8, zmm15, zmm17
vpmadd52huq zmm8, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm10, zmm9, zmm17
vpmadd52huq zmm10, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 1024]
vpmadd52luq zmm11, zmm15, zmm17
vpmadd52huq zmm11, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm12, zmm9, zmm17
vpmadd52huq zmm12, zmm15, zmm17
vmovdqa64 zmm15, [rdi + 1152]
vpmadd52luq zmm13, zmm15, zmm17
vpmadd52huq zmm13, zmm9, zmm17
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm14, zmm9, zmm17
vpmadd52huq zmm14, zmm15, zmm17
vpxord zmm15, zmm15, zmm15
vpmadd52huq zmm15, zmm9, zmm17
vmovdqa64 zmm17, [rsi + 64]
vpmadd52luq zmm4, zmm16, zmm17
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm16, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm19, zmm16, zmm4
vpmadd52huq zmm19, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 192]
vpmadd52luq zmm20, zmm16, zmm17
vpmadd52huq zmm20, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm21, zmm16, zmm4
vpmadd52huq zmm21, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 320]
vpmadd52luq zmm22, zmm16, zmm17
vpmadd52huq zmm22, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm23, zmm16, zmm4
vpmadd52huq zmm23, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 448]
vpmadd52luq zmm24, zmm16, zmm17
vpmadd52huq zmm24, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm25, zmm16, zmm4
vpmadd52huq zmm25, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 576]
vpmadd52luq zmm26, zmm16, zmm17
vpmadd52huq zmm26, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm7, zmm16, zmm4
vpmadd52huq zmm7, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 704]
vpmadd52luq zmm5, zmm16, zmm17
vpmadd52huq zmm5, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm3, zmm16, zmm4
vpmadd52huq zmm3, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 832]
vpmadd52luq zmm6, zmm16, zmm17
vpmadd52huq zmm6, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm8, zmm16, zmm4
vpmadd52huq zmm8, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 960]
vpmadd52luq zmm10, zmm16, zmm17
vpmadd52huq zmm10, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm11, zmm16, zmm4
vpmadd52huq zmm11, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1088]
vpmadd52luq zmm12, zmm16, zmm17
vpmadd52huq zmm12, zmm16, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm13, zmm16, zmm4
vpmadd52huq zmm13, zmm16, zmm17
vmovdqa64 zmm17, [rsi + 1216]
vpmadd52luq zmm14, zmm16, zmm17
vpmadd52huq zmm14, zmm16, zmm4
vpmadd52huq zmm15, zmm16, zmm17
vmovdqa64 zmm17, zmm1
vpmadd52luq zmm17, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm19, zmm9
vpmadd52luq zmm9, zmm18, [rdi + 64]
vpmadd52huq zmm9, zmm18, [rdi]
vpermq zmm19, zmm0, [rdx + 3072]
vpermq zmm19{k1}, zmm0, [rdx + 3136]
vpermq zmm19{k2}, zmm0, [rdx + 3200]
vpermq zmm19{k3}, zmm0, [rdx + 3264]
vpmadd52luq zmm9, zmm19, [rdi]
vmovdqa64 zmm16, [rdi + 128]
vpmadd52luq zmm20, zmm16, zmm18
vpmadd52huq zmm20, zmm18, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm21, zmm4, zmm18
vpmadd52huq zmm21, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 256]
vpmadd52luq zmm22, zmm16, zmm18
vpmadd52huq zmm22, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm23, zmm4, zmm18
vpmadd52huq zmm23, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 384]
vpmadd52luq zmm24, zmm16, zmm18
vpmadd52huq zmm24, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm25, zmm4, zmm18
vpmadd52huq zmm25, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 512]
vpmadd52luq zmm26, zmm16, zmm18
vpmadd52huq zmm26, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm7, zmm4, zmm18
vpmadd52huq zmm7, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 640]
vpmadd52luq zmm5, zmm16, zmm18
vpmadd52huq zmm5, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm3, zmm4, zmm18
vpmadd52huq zmm3, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 768]
vpmadd52luq zmm6, zmm16, zmm18
vpmadd52huq zmm6, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm8, zmm4, zmm18
vpmadd52huq zmm8, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 896]
vpmadd52luq zmm10, zmm16, zmm18
vpmadd52huq zmm10, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm11, zmm4, zmm18
vpmadd52huq zmm11, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 1024]
vpmadd52luq zmm12, zmm16, zmm18
vpmadd52huq zmm12, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm13, zmm4, zmm18
vpmadd52huq zmm13, zmm16, zmm18
vmovdqa64 zmm16, [rdi + 1152]
vpmadd52luq zmm14, zmm16, zmm18
vpmadd52huq zmm14, zmm4, zmm18
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm15, zmm4, zmm18
vpmadd52huq zmm15, zmm16, zmm18
vpxord zmm16, zmm16, zmm16
vpmadd52huq zmm16, zmm4, zmm18
vmovdqa64 zmm18, [rsi + 64]
vpmadd52luq zmm9, zmm17, zmm18
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm17, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm20, zmm17, zmm9
vpmadd52huq zmm20, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 192]
vpmadd52luq zmm21, zmm17, zmm18
vpmadd52huq zmm21, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm22, zmm17, zmm9
vpmadd52huq zmm22, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 320]
vpmadd52luq zmm23, zmm17, zmm18
vpmadd52huq zmm23, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm24, zmm17, zmm9
vpmadd52huq zmm24, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 448]
vpmadd52luq zmm25, zmm17, zmm18
vpmadd52huq zmm25, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm26, zmm17, zmm9
vpmadd52huq zmm26, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 576]
vpmadd52luq zmm7, zmm17, zmm18
vpmadd52huq zmm7, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm5, zmm17, zmm9
vpmadd52huq zmm5, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 704]
vpmadd52luq zmm3, zmm17, zmm18
vpmadd52huq zmm3, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm6, zmm17, zmm9
vpmadd52huq zmm6, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 832]
vpmadd52luq zmm8, zmm17, zmm18
vpmadd52huq zmm8, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm10, zmm17, zmm9
vpmadd52huq zmm10, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 960]
vpmadd52luq zmm11, zmm17, zmm18
vpmadd52huq zmm11, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm12, zmm17, zmm9
vpmadd52huq zmm12, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1088]
vpmadd52luq zmm13, zmm17, zmm18
vpmadd52huq zmm13, zmm17, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm14, zmm17, zmm9
vpmadd52huq zmm14, zmm17, zmm18
vmovdqa64 zmm18, [rsi + 1216]
vpmadd52luq zmm15, zmm17, zmm18
vpmadd52huq zmm15, zmm17, zmm9
vpmadd52huq zmm16, zmm17, zmm18
vmovdqa64 zmm18, zmm1
vpmadd52luq zmm18, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm20, zmm4
vpmadd52luq zmm4, zmm19, [rdi + 64]
vpmadd52huq zmm4, zmm19, [rdi]
vpermq zmm20, zmm0, [rdx + 3328]
vpermq zmm20{k1}, zmm0, [rdx + 3392]
vpermq zmm20{k2}, zmm0, [rdx + 3456]
vpermq zmm20{k3}, zmm0, [rdx + 3520]
vpmadd52luq zmm4, zmm20, [rdi]
vmovdqa64 zmm17, [rdi + 128]
vpmadd52luq zmm21, zmm17, zmm19
vpmadd52huq zmm21, zmm19, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm22, zmm9, zmm19
vpmadd52huq zmm22, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 256]
vpmadd52luq zmm23, zmm17, zmm19
vpmadd52huq zmm23, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm24, zmm9, zmm19
vpmadd52huq zmm24, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 384]
vpmadd52luq zmm25, zmm17, zmm19
vpmadd52huq zmm25, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm26, zmm9, zmm19
vpmadd52huq zmm26, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 512]
vpmadd52luq zmm7, zmm17, zmm19
vpmadd52huq zmm7, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm5, zmm9, zmm19
vpmadd52huq zmm5, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 640]
vpmadd52luq zmm3, zmm17, zmm19
vpmadd52huq zmm3, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm6, zmm9, zmm19
vpmadd52huq zmm6, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 768]
vpmadd52luq zmm8, zmm17, zmm19
vpmadd52huq zmm8, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm10, zmm9, zmm19
vpmadd52huq zmm10, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 896]
vpmadd52luq zmm11, zmm17, zmm19
vpmadd52huq zmm11, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm12, zmm9, zmm19
vpmadd52huq zmm12, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 1024]
vpmadd52luq zmm13, zmm17, zmm19
vpmadd52huq zmm13, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm14, zmm9, zmm19
vpmadd52huq zmm14, zmm17, zmm19
vmovdqa64 zmm17, [rdi + 1152]
vpmadd52luq zmm15, zmm17, zmm19
vpmadd52huq zmm15, zmm9, zmm19
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm16, zmm9, zmm19
vpmadd52huq zmm16, zmm17, zmm19
vpxord zmm17, zmm17, zmm17
vpmadd52huq zmm17, zmm9, zmm19
vmovdqa64 zmm19, [rsi + 64]
vpmadd52luq zmm4, zmm18, zmm19
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm18, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm21, zmm18, zmm4
vpmadd52huq zmm21, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 192]
vpmadd52luq zmm22, zmm18, zmm19
vpmadd52huq zmm22, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm23, zmm18, zmm4
vpmadd52huq zmm23, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 320]
vpmadd52luq zmm24, zmm18, zmm19
vpmadd52huq zmm24, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm25, zmm18, zmm4
vpmadd52huq zmm25, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 448]
vpmadd52luq zmm26, zmm18, zmm19
vpmadd52huq zmm26, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm7, zmm18, zmm4
vpmadd52huq zmm7, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 576]
vpmadd52luq zmm5, zmm18, zmm19
vpmadd52huq zmm5, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm3, zmm18, zmm4
vpmadd52huq zmm3, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 704]
vpmadd52luq zmm6, zmm18, zmm19
vpmadd52huq zmm6, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm8, zmm18, zmm4
vpmadd52huq zmm8, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 832]
vpmadd52luq zmm10, zmm18, zmm19
vpmadd52huq zmm10, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm11, zmm18, zmm4
vpmadd52huq zmm11, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 960]
vpmadd52luq zmm12, zmm18, zmm19
vpmadd52huq zmm12, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm13, zmm18, zmm4
vpmadd52huq zmm13, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1088]
vpmadd52luq zmm14, zmm18, zmm19
vpmadd52huq zmm14, zmm18, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm15, zmm18, zmm4
vpmadd52huq zmm15, zmm18, zmm19
vmovdqa64 zmm19, [rsi + 1216]
vpmadd52luq zmm16, zmm18, zmm19
vpmadd52huq zmm16, zmm18, zmm4
vpmadd52huq zmm17, zmm18, zmm19
vmovdqa64 zmm19, zmm1
vpmadd52luq zmm19, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm21, zmm9
vpmadd52luq zmm9, zmm20, [rdi + 64]
vpmadd52huq zmm9, zmm20, [rdi]
vpermq zmm21, zmm0, [rdx + 3584]
vpermq zmm21{k1}, zmm0, [rdx + 3648]
vpermq zmm21{k2}, zmm0, [rdx + 3712]
vpermq zmm21{k3}, zmm0, [rdx + 3776]
vpmadd52luq zmm9, zmm21, [rdi]
vmovdqa64 zmm18, [rdi + 128]
vpmadd52luq zmm22, zmm18, zmm20
vpmadd52huq zmm22, zmm20, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm23, zmm4, zmm20
vpmadd52huq zmm23, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 256]
vpmadd52luq zmm24, zmm18, zmm20
vpmadd52huq zmm24, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm25, zmm4, zmm20
vpmadd52huq zmm25, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 384]
vpmadd52luq zmm26, zmm18, zmm20
vpmadd52huq zmm26, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm7, zmm4, zmm20
vpmadd52huq zmm7, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 512]
vpmadd52luq zmm5, zmm18, zmm20
vpmadd52huq zmm5, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm3, zmm4, zmm20
vpmadd52huq zmm3, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 640]
vpmadd52luq zmm6, zmm18, zmm20
vpmadd52huq zmm6, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm8, zmm4, zmm20
vpmadd52huq zmm8, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 768]
vpmadd52luq zmm10, zmm18, zmm20
vpmadd52huq zmm10, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm11, zmm4, zmm20
vpmadd52huq zmm11, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 896]
vpmadd52luq zmm12, zmm18, zmm20
vpmadd52huq zmm12, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm13, zmm4, zmm20
vpmadd52huq zmm13, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 1024]
vpmadd52luq zmm14, zmm18, zmm20
vpmadd52huq zmm14, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm15, zmm4, zmm20
vpmadd52huq zmm15, zmm18, zmm20
vmovdqa64 zmm18, [rdi + 1152]
vpmadd52luq zmm16, zmm18, zmm20
vpmadd52huq zmm16, zmm4, zmm20
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm17, zmm4, zmm20
vpmadd52huq zmm17, zmm18, zmm20
vpxord zmm18, zmm18, zmm18
vpmadd52huq zmm18, zmm4, zmm20
vmovdqa64 zmm20, [rsi + 64]
vpmadd52luq zmm9, zmm19, zmm20
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm19, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm22, zmm19, zmm9
vpmadd52huq zmm22, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 192]
vpmadd52luq zmm23, zmm19, zmm20
vpmadd52huq zmm23, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm24, zmm19, zmm9
vpmadd52huq zmm24, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 320]
vpmadd52luq zmm25, zmm19, zmm20
vpmadd52huq zmm25, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm26, zmm19, zmm9
vpmadd52huq zmm26, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 448]
vpmadd52luq zmm7, zmm19, zmm20
vpmadd52huq zmm7, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm5, zmm19, zmm9
vpmadd52huq zmm5, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 576]
vpmadd52luq zmm3, zmm19, zmm20
vpmadd52huq zmm3, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm6, zmm19, zmm9
vpmadd52huq zmm6, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 704]
vpmadd52luq zmm8, zmm19, zmm20
vpmadd52huq zmm8, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm10, zmm19, zmm9
vpmadd52huq zmm10, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 832]
vpmadd52luq zmm11, zmm19, zmm20
vpmadd52huq zmm11, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm12, zmm19, zmm9
vpmadd52huq zmm12, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 960]
vpmadd52luq zmm13, zmm19, zmm20
vpmadd52huq zmm13, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm14, zmm19, zmm9
vpmadd52huq zmm14, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1088]
vpmadd52luq zmm15, zmm19, zmm20
vpmadd52huq zmm15, zmm19, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm16, zmm19, zmm9
vpmadd52huq zmm16, zmm19, zmm20
vmovdqa64 zmm20, [rsi + 1216]
vpmadd52luq zmm17, zmm19, zmm20
vpmadd52huq zmm17, zmm19, zmm9
vpmadd52huq zmm18, zmm19, zmm20
vmovdqa64 zmm20, zmm1
vpmadd52luq zmm20, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm22, zmm4
vpmadd52luq zmm4, zmm21, [rdi + 64]
vpmadd52huq zmm4, zmm21, [rdi]
vpermq zmm22, zmm0, [rdx + 3840]
vpermq zmm22{k1}, zmm0, [rdx + 3904]
vpermq zmm22{k2}, zmm0, [rdx + 3968]
vpermq zmm22{k3}, zmm0, [rdx + 4032]
vpmadd52luq zmm4, zmm22, [rdi]
vmovdqa64 zmm19, [rdi + 128]
vpmadd52luq zmm23, zmm19, zmm21
vpmadd52huq zmm23, zmm21, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm24, zmm9, zmm21
vpmadd52huq zmm24, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 256]
vpmadd52luq zmm25, zmm19, zmm21
vpmadd52huq zmm25, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm26, zmm9, zmm21
vpmadd52huq zmm26, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 384]
vpmadd52luq zmm7, zmm19, zmm21
vpmadd52huq zmm7, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm5, zmm9, zmm21
vpmadd52huq zmm5, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 512]
vpmadd52luq zmm3, zmm19, zmm21
vpmadd52huq zmm3, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm6, zmm9, zmm21
vpmadd52huq zmm6, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 640]
vpmadd52luq zmm8, zmm19, zmm21
vpmadd52huq zmm8, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm10, zmm9, zmm21
vpmadd52huq zmm10, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 768]
vpmadd52luq zmm11, zmm19, zmm21
vpmadd52huq zmm11, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm12, zmm9, zmm21
vpmadd52huq zmm12, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 896]
vpmadd52luq zmm13, zmm19, zmm21
vpmadd52huq zmm13, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm14, zmm9, zmm21
vpmadd52huq zmm14, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 1024]
vpmadd52luq zmm15, zmm19, zmm21
vpmadd52huq zmm15, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm16, zmm9, zmm21
vpmadd52huq zmm16, zmm19, zmm21
vmovdqa64 zmm19, [rdi + 1152]
vpmadd52luq zmm17, zmm19, zmm21
vpmadd52huq zmm17, zmm9, zmm21
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm18, zmm9, zmm21
vpmadd52huq zmm18, zmm19, zmm21
vpxord zmm19, zmm19, zmm19
vpmadd52huq zmm19, zmm9, zmm21
vmovdqa64 zmm21, [rsi + 64]
vpmadd52luq zmm4, zmm20, zmm21
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm20, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm23, zmm20, zmm4
vpmadd52huq zmm23, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 192]
vpmadd52luq zmm24, zmm20, zmm21
vpmadd52huq zmm24, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm25, zmm20, zmm4
vpmadd52huq zmm25, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 320]
vpmadd52luq zmm26, zmm20, zmm21
vpmadd52huq zmm26, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm7, zmm20, zmm4
vpmadd52huq zmm7, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 448]
vpmadd52luq zmm5, zmm20, zmm21
vpmadd52huq zmm5, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm3, zmm20, zmm4
vpmadd52huq zmm3, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 576]
vpmadd52luq zmm6, zmm20, zmm21
vpmadd52huq zmm6, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm8, zmm20, zmm4
vpmadd52huq zmm8, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 704]
vpmadd52luq zmm10, zmm20, zmm21
vpmadd52huq zmm10, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm11, zmm20, zmm4
vpmadd52huq zmm11, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 832]
vpmadd52luq zmm12, zmm20, zmm21
vpmadd52huq zmm12, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm13, zmm20, zmm4
vpmadd52huq zmm13, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 960]
vpmadd52luq zmm14, zmm20, zmm21
vpmadd52huq zmm14, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm15, zmm20, zmm4
vpmadd52huq zmm15, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1088]
vpmadd52luq zmm16, zmm20, zmm21
vpmadd52huq zmm16, zmm20, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm17, zmm20, zmm4
vpmadd52huq zmm17, zmm20, zmm21
vmovdqa64 zmm21, [rsi + 1216]
vpmadd52luq zmm18, zmm20, zmm21
vpmadd52huq zmm18, zmm20, zmm4
vpmadd52huq zmm19, zmm20, zmm21
vmovdqa64 zmm21, zmm1
vpmadd52luq zmm21, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm23, zmm9
vpmadd52luq zmm9, zmm22, [rdi + 64]
vpmadd52huq zmm9, zmm22, [rdi]
vpermq zmm23, zmm0, [rdx + 4096]
vpermq zmm23{k1}, zmm0, [rdx + 4160]
vpermq zmm23{k2}, zmm0, [rdx + 4224]
vpermq zmm23{k3}, zmm0, [rdx + 4288]
vpmadd52luq zmm9, zmm23, [rdi]
vmovdqa64 zmm20, [rdi + 128]
vpmadd52luq zmm24, zmm20, zmm22
vpmadd52huq zmm24, zmm22, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm25, zmm4, zmm22
vpmadd52huq zmm25, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 256]
vpmadd52luq zmm26, zmm20, zmm22
vpmadd52huq zmm26, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm7, zmm4, zmm22
vpmadd52huq zmm7, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 384]
vpmadd52luq zmm5, zmm20, zmm22
vpmadd52huq zmm5, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm3, zmm4, zmm22
vpmadd52huq zmm3, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 512]
vpmadd52luq zmm6, zmm20, zmm22
vpmadd52huq zmm6, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm8, zmm4, zmm22
vpmadd52huq zmm8, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 640]
vpmadd52luq zmm10, zmm20, zmm22
vpmadd52huq zmm10, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm11, zmm4, zmm22
vpmadd52huq zmm11, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 768]
vpmadd52luq zmm12, zmm20, zmm22
vpmadd52huq zmm12, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm13, zmm4, zmm22
vpmadd52huq zmm13, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 896]
vpmadd52luq zmm14, zmm20, zmm22
vpmadd52huq zmm14, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm15, zmm4, zmm22
vpmadd52huq zmm15, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 1024]
vpmadd52luq zmm16, zmm20, zmm22
vpmadd52huq zmm16, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm17, zmm4, zmm22
vpmadd52huq zmm17, zmm20, zmm22
vmovdqa64 zmm20, [rdi + 1152]
vpmadd52luq zmm18, zmm20, zmm22
vpmadd52huq zmm18, zmm4, zmm22
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm19, zmm4, zmm22
vpmadd52huq zmm19, zmm20, zmm22
vpxord zmm20, zmm20, zmm20
vpmadd52huq zmm20, zmm4, zmm22
vmovdqa64 zmm22, [rsi + 64]
vpmadd52luq zmm9, zmm21, zmm22
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm21, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm24, zmm21, zmm9
vpmadd52huq zmm24, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 192]
vpmadd52luq zmm25, zmm21, zmm22
vpmadd52huq zmm25, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm26, zmm21, zmm9
vpmadd52huq zmm26, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 320]
vpmadd52luq zmm7, zmm21, zmm22
vpmadd52huq zmm7, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm5, zmm21, zmm9
vpmadd52huq zmm5, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 448]
vpmadd52luq zmm3, zmm21, zmm22
vpmadd52huq zmm3, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm6, zmm21, zmm9
vpmadd52huq zmm6, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 576]
vpmadd52luq zmm8, zmm21, zmm22
vpmadd52huq zmm8, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm10, zmm21, zmm9
vpmadd52huq zmm10, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 704]
vpmadd52luq zmm11, zmm21, zmm22
vpmadd52huq zmm11, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm12, zmm21, zmm9
vpmadd52huq zmm12, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 832]
vpmadd52luq zmm13, zmm21, zmm22
vpmadd52huq zmm13, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm14, zmm21, zmm9
vpmadd52huq zmm14, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 960]
vpmadd52luq zmm15, zmm21, zmm22
vpmadd52huq zmm15, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm16, zmm21, zmm9
vpmadd52huq zmm16, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1088]
vpmadd52luq zmm17, zmm21, zmm22
vpmadd52huq zmm17, zmm21, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm18, zmm21, zmm9
vpmadd52huq zmm18, zmm21, zmm22
vmovdqa64 zmm22, [rsi + 1216]
vpmadd52luq zmm19, zmm21, zmm22
vpmadd52huq zmm19, zmm21, zmm9
vpmadd52huq zmm20, zmm21, zmm22
vmovdqa64 zmm22, zmm1
vpmadd52luq zmm22, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm24, zmm4
vpmadd52luq zmm4, zmm23, [rdi + 64]
vpmadd52huq zmm4, zmm23, [rdi]
vpermq zmm24, zmm0, [rdx + 4352]
vpermq zmm24{k1}, zmm0, [rdx + 4416]
vpermq zmm24{k2}, zmm0, [rdx + 4480]
vpermq zmm24{k3}, zmm0, [rdx + 4544]
vpmadd52luq zmm4, zmm24, [rdi]
vmovdqa64 zmm21, [rdi + 128]
vpmadd52luq zmm25, zmm21, zmm23
vpmadd52huq zmm25, zmm23, [rdi + 64]
vmovdqa64 zmm9, [rdi + 192]
vpmadd52luq zmm26, zmm9, zmm23
vpmadd52huq zmm26, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 256]
vpmadd52luq zmm7, zmm21, zmm23
vpmadd52huq zmm7, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 320]
vpmadd52luq zmm5, zmm9, zmm23
vpmadd52huq zmm5, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 384]
vpmadd52luq zmm3, zmm21, zmm23
vpmadd52huq zmm3, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 448]
vpmadd52luq zmm6, zmm9, zmm23
vpmadd52huq zmm6, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 512]
vpmadd52luq zmm8, zmm21, zmm23
vpmadd52huq zmm8, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 576]
vpmadd52luq zmm10, zmm9, zmm23
vpmadd52huq zmm10, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 640]
vpmadd52luq zmm11, zmm21, zmm23
vpmadd52huq zmm11, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 704]
vpmadd52luq zmm12, zmm9, zmm23
vpmadd52huq zmm12, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 768]
vpmadd52luq zmm13, zmm21, zmm23
vpmadd52huq zmm13, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 832]
vpmadd52luq zmm14, zmm9, zmm23
vpmadd52huq zmm14, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 896]
vpmadd52luq zmm15, zmm21, zmm23
vpmadd52huq zmm15, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 960]
vpmadd52luq zmm16, zmm9, zmm23
vpmadd52huq zmm16, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 1024]
vpmadd52luq zmm17, zmm21, zmm23
vpmadd52huq zmm17, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 1088]
vpmadd52luq zmm18, zmm9, zmm23
vpmadd52huq zmm18, zmm21, zmm23
vmovdqa64 zmm21, [rdi + 1152]
vpmadd52luq zmm19, zmm21, zmm23
vpmadd52huq zmm19, zmm9, zmm23
vmovdqa64 zmm9, [rdi + 1216]
vpmadd52luq zmm20, zmm9, zmm23
vpmadd52huq zmm20, zmm21, zmm23
vpxord zmm21, zmm21, zmm21
vpmadd52huq zmm21, zmm9, zmm23
vmovdqa64 zmm23, [rsi + 64]
vpmadd52luq zmm4, zmm22, zmm23
vpxord zmm9, zmm9, zmm9
vpmadd52huq zmm9, zmm22, [rsi]
vpaddq zmm9, zmm4, zmm9
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm25, zmm22, zmm4
vpmadd52huq zmm25, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 192]
vpmadd52luq zmm26, zmm22, zmm23
vpmadd52huq zmm26, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm7, zmm22, zmm4
vpmadd52huq zmm7, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 320]
vpmadd52luq zmm5, zmm22, zmm23
vpmadd52huq zmm5, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm3, zmm22, zmm4
vpmadd52huq zmm3, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 448]
vpmadd52luq zmm6, zmm22, zmm23
vpmadd52huq zmm6, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm8, zmm22, zmm4
vpmadd52huq zmm8, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 576]
vpmadd52luq zmm10, zmm22, zmm23
vpmadd52huq zmm10, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm11, zmm22, zmm4
vpmadd52huq zmm11, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 704]
vpmadd52luq zmm12, zmm22, zmm23
vpmadd52huq zmm12, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm13, zmm22, zmm4
vpmadd52huq zmm13, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 832]
vpmadd52luq zmm14, zmm22, zmm23
vpmadd52huq zmm14, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm15, zmm22, zmm4
vpmadd52huq zmm15, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 960]
vpmadd52luq zmm16, zmm22, zmm23
vpmadd52huq zmm16, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm17, zmm22, zmm4
vpmadd52huq zmm17, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1088]
vpmadd52luq zmm18, zmm22, zmm23
vpmadd52huq zmm18, zmm22, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm19, zmm22, zmm4
vpmadd52huq zmm19, zmm22, zmm23
vmovdqa64 zmm23, [rsi + 1216]
vpmadd52luq zmm20, zmm22, zmm23
vpmadd52huq zmm20, zmm22, zmm4
vpmadd52huq zmm21, zmm22, zmm23
vmovdqa64 zmm23, zmm1
vpmadd52luq zmm23, zmm9, zmm1
vpsrlq zmm9, zmm9, 52
vpaddq zmm9, zmm25, zmm9
vpmadd52luq zmm9, zmm24, [rdi + 64]
vpmadd52huq zmm9, zmm24, [rdi]
vpermq zmm25, zmm0, [rdx + 4608]
vpermq zmm25{k1}, zmm0, [rdx + 4672]
vpermq zmm25{k2}, zmm0, [rdx + 4736]
vpermq zmm25{k3}, zmm0, [rdx + 4800]
vpmadd52luq zmm9, zmm25, [rdi]
vmovdqa64 zmm22, [rdi + 128]
vpmadd52luq zmm26, zmm22, zmm24
vpmadd52huq zmm26, zmm24, [rdi + 64]
vmovdqa64 zmm4, [rdi + 192]
vpmadd52luq zmm7, zmm4, zmm24
vpmadd52huq zmm7, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 256]
vpmadd52luq zmm5, zmm22, zmm24
vpmadd52huq zmm5, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 320]
vpmadd52luq zmm3, zmm4, zmm24
vpmadd52huq zmm3, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 384]
vpmadd52luq zmm6, zmm22, zmm24
vpmadd52huq zmm6, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 448]
vpmadd52luq zmm8, zmm4, zmm24
vpmadd52huq zmm8, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 512]
vpmadd52luq zmm10, zmm22, zmm24
vpmadd52huq zmm10, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 576]
vpmadd52luq zmm11, zmm4, zmm24
vpmadd52huq zmm11, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 640]
vpmadd52luq zmm12, zmm22, zmm24
vpmadd52huq zmm12, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 704]
vpmadd52luq zmm13, zmm4, zmm24
vpmadd52huq zmm13, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 768]
vpmadd52luq zmm14, zmm22, zmm24
vpmadd52huq zmm14, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 832]
vpmadd52luq zmm15, zmm4, zmm24
vpmadd52huq zmm15, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 896]
vpmadd52luq zmm16, zmm22, zmm24
vpmadd52huq zmm16, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 960]
vpmadd52luq zmm17, zmm4, zmm24
vpmadd52huq zmm17, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 1024]
vpmadd52luq zmm18, zmm22, zmm24
vpmadd52huq zmm18, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 1088]
vpmadd52luq zmm19, zmm4, zmm24
vpmadd52huq zmm19, zmm22, zmm24
vmovdqa64 zmm22, [rdi + 1152]
vpmadd52luq zmm20, zmm22, zmm24
vpmadd52huq zmm20, zmm4, zmm24
vmovdqa64 zmm4, [rdi + 1216]
vpmadd52luq zmm21, zmm4, zmm24
vpmadd52huq zmm21, zmm22, zmm24
vpxord zmm22, zmm22, zmm22
vpmadd52huq zmm22, zmm4, zmm24
vmovdqa64 zmm24, [rsi + 64]
vpmadd52luq zmm9, zmm23, zmm24
vpxord zmm4, zmm4, zmm4
vpmadd52huq zmm4, zmm23, [rsi]
vpaddq zmm4, zmm9, zmm4
vmovdqa64 zmm9, [rsi + 128]
vpmadd52luq zmm26, zmm23, zmm9
vpmadd52huq zmm26, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 192]
vpmadd52luq zmm7, zmm23, zmm24
vpmadd52huq zmm7, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 256]
vpmadd52luq zmm5, zmm23, zmm9
vpmadd52huq zmm5, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 320]
vpmadd52luq zmm3, zmm23, zmm24
vpmadd52huq zmm3, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 384]
vpmadd52luq zmm6, zmm23, zmm9
vpmadd52huq zmm6, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 448]
vpmadd52luq zmm8, zmm23, zmm24
vpmadd52huq zmm8, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 512]
vpmadd52luq zmm10, zmm23, zmm9
vpmadd52huq zmm10, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 576]
vpmadd52luq zmm11, zmm23, zmm24
vpmadd52huq zmm11, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 640]
vpmadd52luq zmm12, zmm23, zmm9
vpmadd52huq zmm12, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 704]
vpmadd52luq zmm13, zmm23, zmm24
vpmadd52huq zmm13, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 768]
vpmadd52luq zmm14, zmm23, zmm9
vpmadd52huq zmm14, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 832]
vpmadd52luq zmm15, zmm23, zmm24
vpmadd52huq zmm15, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 896]
vpmadd52luq zmm16, zmm23, zmm9
vpmadd52huq zmm16, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 960]
vpmadd52luq zmm17, zmm23, zmm24
vpmadd52huq zmm17, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 1024]
vpmadd52luq zmm18, zmm23, zmm9
vpmadd52huq zmm18, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1088]
vpmadd52luq zmm19, zmm23, zmm24
vpmadd52huq zmm19, zmm23, zmm9
vmovdqa64 zmm9, [rsi + 1152]
vpmadd52luq zmm20, zmm23, zmm9
vpmadd52huq zmm20, zmm23, zmm24
vmovdqa64 zmm24, [rsi + 1216]
vpmadd52luq zmm21, zmm23, zmm24
vpmadd52huq zmm21, zmm23, zmm9
vpmadd52huq zmm22, zmm23, zmm24
vmovdqa64 zmm24, zmm1
vpmadd52luq zmm24, zmm4, zmm1
vpsrlq zmm4, zmm4, 52
vpaddq zmm4, zmm26, zmm4
vpmadd52luq zmm4, zmm25, [rdi + 64]
vpmadd52huq zmm4, zmm25, [rdi]
vpermq zmm26, zmm0, [rdx + 4864]
vpermq zmm26{k1}, zmm0, [rdx + 4928]
vpermq zmm26{k2}, zmm0, [rdx + 4992]
vpermq zmm26{k3}, zmm0, [rdx + 5056]
vpmadd52luq zmm4, zmm26, [rdi]
vmovdqa64 zmm0, [rdi + 128]
vpmadd52luq zmm7, zmm0, zmm25
vpmadd52huq zmm7, zmm25, [rdi + 64]
vmovdqa64 zmm23, [rdi + 192]
vpmadd52luq zmm5, zmm23, zmm25
vpmadd52huq zmm5, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 256]
vpmadd52luq zmm3, zmm0, zmm25
vpmadd52huq zmm3, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 320]
vpmadd52luq zmm6, zmm23, zmm25
vpmadd52huq zmm6, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 384]
vpmadd52luq zmm8, zmm0, zmm25
vpmadd52huq zmm8, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 448]
vpmadd52luq zmm10, zmm23, zmm25
vpmadd52huq zmm10, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 512]
vpmadd52luq zmm11, zmm0, zmm25
vpmadd52huq zmm11, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 576]
vpmadd52luq zmm12, zmm23, zmm25
vpmadd52huq zmm12, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 640]
vpmadd52luq zmm13, zmm0, zmm25
vpmadd52huq zmm13, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 704]
vpmadd52luq zmm14, zmm23, zmm25
vpmadd52huq zmm14, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 768]
vpmadd52luq zmm15, zmm0, zmm25
vpmadd52huq zmm15, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 832]
vpmadd52luq zmm16, zmm23, zmm25
vpmadd52huq zmm16, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 896]
vpmadd52luq zmm17, zmm0, zmm25
vpmadd52huq zmm17, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 960]
vpmadd52luq zmm18, zmm23, zmm25
vpmadd52huq zmm18, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 1024]
vpmadd52luq zmm19, zmm0, zmm25
vpmadd52huq zmm19, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 1088]
vpmadd52luq zmm20, zmm23, zmm25
vpmadd52huq zmm20, zmm0, zmm25
vmovdqa64 zmm0, [rdi + 1152]
vpmadd52luq zmm21, zmm0, zmm25
vpmadd52huq zmm21, zmm23, zmm25
vmovdqa64 zmm23, [rdi + 1216]
vpmadd52luq zmm22, zmm23, zmm25
vpmadd52huq zmm22, zmm0, zmm25
vpxord zmm0, zmm0, zmm0
vpmadd52huq zmm0, zmm23, zmm25
vmovdqa64 zmm25, [rsi + 64]
vpmadd52luq zmm4, zmm24, zmm25
vpxord zmm23, zmm23, zmm23
vpmadd52huq zmm23, zmm24, [rsi]
vpaddq zmm23, zmm4, zmm23
vmovdqa64 zmm4, [rsi + 128]
vpmadd52luq zmm7, zmm24, zmm4
vpmadd52huq zmm7, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 192]
vpmadd52luq zmm5, zmm24, zmm25
vpmadd52huq zmm5, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 256]
vpmadd52luq zmm3, zmm24, zmm4
vpmadd52huq zmm3, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 320]
vpmadd52luq zmm6, zmm24, zmm25
vpmadd52huq zmm6, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 384]
vpmadd52luq zmm8, zmm24, zmm4
vpmadd52huq zmm8, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 448]
vpmadd52luq zmm10, zmm24, zmm25
vpmadd52huq zmm10, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 512]
vpmadd52luq zmm11, zmm24, zmm4
vpmadd52huq zmm11, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 576]
vpmadd52luq zmm12, zmm24, zmm25
vpmadd52huq zmm12, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 640]
vpmadd52luq zmm13, zmm24, zmm4
vpmadd52huq zmm13, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 704]
vpmadd52luq zmm14, zmm24, zmm25
vpmadd52huq zmm14, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 768]
vpmadd52luq zmm15, zmm24, zmm4
vpmadd52huq zmm15, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 832]
vpmadd52luq zmm16, zmm24, zmm25
vpmadd52huq zmm16, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 896]
vpmadd52luq zmm17, zmm24, zmm4
vpmadd52huq zmm17, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 960]
vpmadd52luq zmm18, zmm24, zmm25
vpmadd52huq zmm18, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 1024]
vpmadd52luq zmm19, zmm24, zmm4
vpmadd52huq zmm19, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1088]
vpmadd52luq zmm20, zmm24, zmm25
vpmadd52huq zmm20, zmm24, zmm4
vmovdqa64 zmm4, [rsi + 1152]
vpmadd52luq zmm21, zmm24, zmm4
vpmadd52huq zmm21, zmm24, zmm25
vmovdqa64 zmm25, [rsi + 1216]
vpmadd52luq zmm22, zmm24, zmm25
vpmadd52huq zmm22, zmm24, zmm4
vpmadd52huq zmm0, zmm24, zmm25
vmovdqa64 zmm25, zmm1
vpmadd52luq zmm25, zmm23, zmm1
vpsrlq zmm23, zmm23, 52
vpaddq zmm23, zmm7, zmm23
vpmadd52luq zmm23, zmm26, [rdi + 64]
vpmadd52huq zmm23, zmm26, [rdi]
vmovdqa64 zmm7, [rdi + 128]
vpmadd52luq zmm5, zmm7, zmm26
vpmadd52huq zmm5, zmm26, [rdi + 64]
vmovdqa64 zmm1, [rdi + 192]
vpmadd52luq zmm3, zmm1, zmm26
vpmadd52huq zmm3, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 256]
vpmadd52luq zmm6, zmm7, zmm26
vpmadd52huq zmm6, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 320]
vpmadd52luq zmm8, zmm1, zmm26
vpmadd52huq zmm8, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 384]
vpmadd52luq zmm10, zmm7, zmm26
vpmadd52huq zmm10, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 448]
vpmadd52luq zmm11, zmm1, zmm26
vpmadd52huq zmm11, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 512]
vpmadd52luq zmm12, zmm7, zmm26
vpmadd52huq zmm12, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 576]
vpmadd52luq zmm13, zmm1, zmm26
vpmadd52huq zmm13, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 640]
vpmadd52luq zmm14, zmm7, zmm26
vpmadd52huq zmm14, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 704]
vpmadd52luq zmm15, zmm1, zmm26
vpmadd52huq zmm15, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 768]
vpmadd52luq zmm16, zmm7, zmm26
vpmadd52huq zmm16, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 832]
vpmadd52luq zmm17, zmm1, zmm26
vpmadd52huq zmm17, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 896]
vpmadd52luq zmm18, zmm7, zmm26
vpmadd52huq zmm18, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 960]
vpmadd52luq zmm19, zmm1, zmm26
vpmadd52huq zmm19, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 1024]
vpmadd52luq zmm20, zmm7, zmm26
vpmadd52huq zmm20, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 1088]
vpmadd52luq zmm21, zmm1, zmm26
vpmadd52huq zmm21, zmm7, zmm26
vmovdqa64 zmm7, [rdi + 1152]
vpmadd52luq zmm22, zmm7, zmm26
vpmadd52huq zmm22, zmm1, zmm26
vmovdqa64 zmm1, [rdi + 1216]
vpmadd52luq zmm0, zmm1, zmm26
vpmadd52huq zmm0, zmm7, zmm26
vpxord zmm7, zmm7, zmm7
vpmadd52huq zmm7, zmm1, zmm26
vmovdqa64 zmm26, [rsi + 64]
vpmadd52luq zmm23, zmm25, zmm26
vpxord zmm1, zmm1, zmm1
vpmadd52huq zmm1, zmm25, [rsi]
vpaddq zmm1, zmm23, zmm1
vmovdqa64 zmm23, [rsi + 128]
vpmadd52luq zmm5, zmm25, zmm23
vpmadd52huq zmm5, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 192]
vpmadd52luq zmm3, zmm25, zmm26
vpmadd52huq zmm3, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 256]
vpmadd52luq zmm6, zmm25, zmm23
vpmadd52huq zmm6, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 320]
vpmadd52luq zmm8, zmm25, zmm26
vpmadd52huq zmm8, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 384]
vpmadd52luq zmm10, zmm25, zmm23
vpmadd52huq zmm10, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 448]
vpmadd52luq zmm11, zmm25, zmm26
vpmadd52huq zmm11, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 512]
vpmadd52luq zmm12, zmm25, zmm23
vpmadd52huq zmm12, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 576]
vpmadd52luq zmm13, zmm25, zmm26
vpmadd52huq zmm13, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 640]
vpmadd52luq zmm14, zmm25, zmm23
vpmadd52huq zmm14, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 704]
vpmadd52luq zmm15, zmm25, zmm26
vpmadd52huq zmm15, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 768]
vpmadd52luq zmm16, zmm25, zmm23
vpmadd52huq zmm16, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 832]
vpmadd52luq zmm17, zmm25, zmm26
vpmadd52huq zmm17, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 896]
vpmadd52luq zmm18, zmm25, zmm23
vpmadd52huq zmm18, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 960]
vpmadd52luq zmm19, zmm25, zmm26
vpmadd52huq zmm19, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 1024]
vpmadd52luq zmm20, zmm25, zmm23
vpmadd52huq zmm20, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 1088]
vpmadd52luq zmm21, zmm25, zmm26
vpmadd52huq zmm21, zmm25, zmm23
vmovdqa64 zmm23, [rsi + 1152]
vpmadd52luq zmm22, zmm25, zmm23
vpmadd52huq zmm22, zmm25, zmm26
vmovdqa64 zmm26, [rsi + 1216]
vpmadd52luq zmm0, zmm25, zmm26
vpmadd52huq zmm0, zmm25, zmm23
vpmadd52huq zmm7, zmm25, zmm26
vpandq zmm26, zmm1, zmm2
vmovdqa64 [rdi], zmm26
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm5, zmm1
vpandq zmm5, zmm1, zmm2
vmovdqa64 [rdi + 64], zmm5
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm3, zmm1
vpandq zmm3, zmm1, zmm2
vmovdqa64 [rdi + 128], zmm3
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm6, zmm1
vpandq zmm6, zmm1, zmm2
vmovdqa64 [rdi + 192], zmm6
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm8, zmm1
vpandq zmm8, zmm1, zmm2
vmovdqa64 [rdi + 256], zmm8
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm10, zmm1
vpandq zmm10, zmm1, zmm2
vmovdqa64 [rdi + 320], zmm10
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm11, zmm1
vpandq zmm11, zmm1, zmm2
vmovdqa64 [rdi + 384], zmm11
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm12, zmm1
vpandq zmm12, zmm1, zmm2
vmovdqa64 [rdi + 448], zmm12
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm13, zmm1
vpandq zmm13, zmm1, zmm2
vmovdqa64 [rdi + 512], zmm13
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm14, zmm1
vpandq zmm14, zmm1, zmm2
vmovdqa64 [rdi + 576], zmm14
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm15, zmm1
vpandq zmm15, zmm1, zmm2
vmovdqa64 [rdi + 640], zmm15
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm16, zmm1
vpandq zmm16, zmm1, zmm2
vmovdqa64 [rdi + 704], zmm16
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm17, zmm1
vpandq zmm17, zmm1, zmm2
vmovdqa64 [rdi + 768], zmm17
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm18, zmm1
vpandq zmm18, zmm1, zmm2
vmovdqa64 [rdi + 832], zmm18
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm19, zmm1
vpandq zmm19, zmm1, zmm2
vmovdqa64 [rdi + 896], zmm19
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm20, zmm1
vpandq zmm20, zmm1, zmm2
vmovdqa64 [rdi + 960], zmm20
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm21, zmm1
vpandq zmm21, zmm1, zmm2
vmovdqa64 [rdi + 1024], zmm21
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm22, zmm1
vpandq zmm22, zmm1, zmm2
vmovdqa64 [rdi + 1088], zmm22
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm0, zmm1
vpandq zmm0, zmm1, zmm2
vmovdqa64 [rdi + 1152], zmm0
vpsrlq zmm1, zmm1, 52
vpaddq zmm1, zmm7, zmm1
vpandq zmm2, zmm1, zmm2
vmovdqa64 [rdi + 1216], zmm2
ret
.size akeyd_hw_multiply_by_entry_20_of_4, . - akeyd_hw_multiply_by_entry_20_of_4
