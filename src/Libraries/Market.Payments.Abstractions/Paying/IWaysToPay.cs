using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>How a member pays, by each method that the market offers its members.</summary>
public interface IWaysToPay
{
    /// <summary>What the market has set about paying.</summary>
    Task<PaymentDetails> GetDetailsAsync();

    /// <summary>For a page: one shape a method, in the order of the settings, each shown by the template of its module.</summary>
    /// <param name="account">The account that pays.</param>
    /// <param name="due">What it has to pay: zero or more.</param>
    /// <param name="link">The account's payment link, where whoever pays may not be signed in.</param>
    /// <returns>Shapes, for a view's <c>DisplayAsync</c>.</returns>
    Task<IReadOnlyList<object>> BuildAsync(ClientAccount account, Money due, Uri? link = null);

    /// <summary>The same for a mail.</summary>
    /// <param name="account">The account that pays.</param>
    /// <param name="due">What it has to pay: zero or more.</param>
    /// <param name="link">The account's payment link.</param>
    /// <returns>Shapes, for a view's <c>DisplayAsync</c>.</returns>
    Task<IReadOnlyList<object>> BuildForMailAsync(ClientAccount account, Money due, Uri? link);
}
