// Force-included when better-sqlite3 13.x is compiled for Node-API 9 (Node 20, Electron 33).
// Its sources keep persistent references to strings and other primitives, which Node-API allows only from
// version 10 on. These specialisations put the primitive into an array of one and keep the array instead.
#pragma once
#ifdef __cplusplus
#include <napi.h>
#if NAPI_VERSION < 10
namespace Napi {

#define AZUKARI_KEEP_IN_ARRAY(Primitive)                                            \
  template <>                                                                       \
  class Reference<Primitive> {                                                      \
   public:                                                                          \
    Reference() = default;                                                          \
    Reference(Reference&& other) noexcept : kept_(std::move(other.kept_)) {}        \
    Reference& operator=(Reference&& other) noexcept {                              \
      kept_ = std::move(other.kept_);                                               \
      return *this;                                                                 \
    }                                                                               \
    Reference(const Reference&) = delete;                                           \
    Reference& operator=(const Reference&) = delete;                                \
                                                                                    \
    static Reference New(const Primitive& value, uint32_t = 1) {                    \
      napi_value array = nullptr;                                                   \
      napi_create_array_with_length(value.Env(), 1, &array);                        \
      napi_set_element(value.Env(), array, 0, value);                               \
      Reference made;                                                               \
      made.kept_ = Reference<Array>::New(Array(value.Env(), array), 1);             \
      return made;                                                                  \
    }                                                                               \
                                                                                    \
    Primitive Value() const {                                                       \
      if (kept_.IsEmpty()) return Primitive();                                      \
      Array array = kept_.Value();                                                  \
      napi_value value = nullptr;                                                   \
      napi_get_element(array.Env(), array, 0, &value);                              \
      return Primitive(array.Env(), value);                                         \
    }                                                                               \
                                                                                    \
    bool IsEmpty() const { return kept_.IsEmpty(); }                                \
    Napi::Env Env() const { return kept_.Env(); }                                   \
    void Reset() { kept_.Reset(); }                                                 \
    void Reset(const Primitive& value, uint32_t = 1) { *this = New(value); }        \
    void SuppressDestruct() { kept_.SuppressDestruct(); }                           \
                                                                                    \
   private:                                                                         \
    Reference<Array> kept_;                                                         \
  };                                                                                \
  template <>                                                                       \
  inline Reference<Primitive> Persistent(Primitive value) {                         \
    return Reference<Primitive>::New(value);                                        \
  }

AZUKARI_KEEP_IN_ARRAY(::Napi::String)
AZUKARI_KEEP_IN_ARRAY(::Napi::Value)
#undef AZUKARI_KEEP_IN_ARRAY

}  // namespace Napi
#endif
#endif
