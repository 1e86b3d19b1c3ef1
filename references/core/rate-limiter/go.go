package main

import "errors"

var (
	ErrInvalidArgument = errors.New("invalid argument")
	ErrInvalidState    = errors.New("invalid state")
)

// TokenBucket is a token bucket whose times are given by the caller.
type TokenBucket struct {
	capacity int64
	interval int64
	tokens   int64
	time     int64
}

func NewTokenBucket(capacity int64, interval int64) (*TokenBucket, error) {
	if capacity < 1 || interval < 1 {
		return nil, ErrInvalidArgument
	}
	return &TokenBucket{capacity: capacity, interval: interval, tokens: capacity}, nil
}

func (bucket *TokenBucket) Allow(time int64, tokens int64) (bool, error) {
	if err := bucket.use(time, tokens); err != nil {
		return false, err
	}
	if tokens > bucket.tokens {
		return false, nil
	}
	bucket.tokens -= tokens
	return true, nil
}

func (bucket *TokenBucket) Available(time int64) (int64, error) {
	if err := bucket.advance(time); err != nil {
		return 0, err
	}
	return bucket.tokens, nil
}

func (bucket *TokenBucket) Wait(time int64, tokens int64) (int64, error) {
	if err := bucket.use(time, tokens); err != nil {
		return 0, err
	}
	missing := tokens - bucket.tokens
	if missing <= 0 {
		return 0, nil
	}
	return (missing-1)*bucket.interval + bucket.interval - time%bucket.interval, nil
}

func (bucket *TokenBucket) use(time int64, tokens int64) error {
	if tokens < 1 || tokens > bucket.capacity {
		return ErrInvalidArgument
	}
	return bucket.advance(time)
}

// advance adds the tokens of the time since the latest use.
func (bucket *TokenBucket) advance(time int64) error {
	if time < bucket.time {
		return ErrInvalidState
	}
	added := time/bucket.interval - bucket.time/bucket.interval
	if added > bucket.capacity-bucket.tokens {
		added = bucket.capacity - bucket.tokens
	}
	bucket.tokens += added
	bucket.time = time
	return nil
}
