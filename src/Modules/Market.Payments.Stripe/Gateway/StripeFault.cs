namespace Market.Payments.Stripe.Gateway;

/// <summary>Why Stripe did not do what was asked.</summary>
public enum StripeFaultKind
{
    /// <summary>No key is set.</summary>
    NoKey,

    /// <summary>Stripe does not know the key.</summary>
    BadKey,

    /// <summary>The restricted key may not do this.</summary>
    NotAllowed,

    /// <summary>Stripe says no; the message is Stripe's.</summary>
    Refused,

    /// <summary>Stripe has no such object.</summary>
    Unknown,

    /// <summary>Too many calls, or the first call under this key is still at work.</summary>
    Busy,

    /// <summary>The key was used before with other words: what was asked then may be done.</summary>
    KeyReused,

    /// <summary>Stripe broke: it may have acted, and answers the same call so for good.</summary>
    Broken,

    /// <summary>No answer, or one that says nothing: Stripe may have acted.</summary>
    NoAnswer,

    /// <summary>It is of the other mode than the key: Stripe was not asked.</summary>
    OtherMode,

    /// <summary>The producer has no account at Stripe any more: Stripe was not asked.</summary>
    NotLinked,
}

/// <summary>A call to Stripe that failed.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">Stripe's own sentence, where it is fit to be shown.</param>
public sealed record StripeFault(StripeFaultKind Kind, string? Message = null)
{
    /// <summary>Whether Stripe may have done it all the same.</summary>
    public bool MayHaveActed => Kind is StripeFaultKind.NoAnswer or StripeFaultKind.Broken or StripeFaultKind.Busy or StripeFaultKind.KeyReused;

    /// <summary>Whether the same call under the same key would be answered so again.</summary>
    public bool IsForGood => Kind is StripeFaultKind.Refused or StripeFaultKind.NotAllowed or StripeFaultKind.Unknown or StripeFaultKind.Broken or StripeFaultKind.KeyReused;
}

/// <summary>What Stripe answered: the object, or why there is none.</summary>
public readonly record struct StripeAnswer(System.Text.Json.JsonElement? Body, StripeFault? Fault)
{
    public static StripeAnswer Of(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return new StripeAnswer(document.RootElement.Clone(), null);
    }

    public static StripeAnswer Failed(StripeFaultKind kind, string? message = null) => new(null, new StripeFault(kind, message));
}

/// <summary>What Stripe answered to a question for many objects.</summary>
public readonly record struct StripeListAnswer(IReadOnlyList<System.Text.Json.JsonElement> Items, StripeFault? Fault);
