namespace Market.Ledger.Methods;

/// <summary>
/// A way to pay. The market ticks the ones it offers; one that is not offered is taken nowhere: not on a screen, not by
/// the API, not by a workflow. A module adds its own by registering another one.
/// </summary>
public interface IPaymentMethod
{
    /// <summary>The technical name that operations carry: lower-case letters and hyphens, never changed.</summary>
    string Name { get; }

    /// <summary>The name for people, in their language.</summary>
    string Label { get; }

    /// <summary>Where it is used.</summary>
    PaymentUse Use { get; }

    /// <summary>Whether members may choose it themselves, so that <i>My account</i> shows how to pay by it.</summary>
    bool MembersMayChoose { get; }

    /// <summary>Whether money can be given back by it.</summary>
    bool Refunds { get; }

    /// <summary>What a payment by it carries.</summary>
    IReadOnlyList<PaymentField> Fields { get; }
}
