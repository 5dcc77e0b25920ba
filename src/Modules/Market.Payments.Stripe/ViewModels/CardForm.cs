namespace Market.Payments.Stripe.ViewModels;

/// <summary>What a member sends who wants to pay by card. Amounts of what is owed are not in it: the server knows them.</summary>
public class CardForm
{
    /// <summary>Pays everything owed.</summary>
    public const string All = "all";

    /// <summary>Pays the orders that are ticked.</summary>
    public const string Chosen = "orders";

    /// <summary>Pays another amount.</summary>
    public const string Other = "amount";

    /// <summary>Made when the form is shown: a double tap or a reload asks for one payment.</summary>
    public string? Key { get; set; }

    public string? Pay { get; set; }

    public string[]? Orders { get; set; }

    public string? Amount { get; set; }

    /// <summary>The token of a payment link, where nobody is signed in.</summary>
    public string? Token { get; set; }

    /// <summary>Whether a large amount was pressed a second time.</summary>
    public bool Confirmed { get; set; }
}
