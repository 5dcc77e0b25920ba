namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>How the fake Stripe fails a call.</summary>
public enum FakeFault
{
    /// <summary>429, and nothing done.</summary>
    TooManyRequests,

    /// <summary>500, and nothing done; the same key is answered so for good.</summary>
    ServerError,

    /// <summary>403, and nothing done: the restricted key may not do this.</summary>
    Forbidden,

    /// <summary>It does it, and the answer never comes.</summary>
    SilentAfterActing,
}
