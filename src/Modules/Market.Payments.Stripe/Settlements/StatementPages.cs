using Market.Ledger;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using Market.Payments.Stripe.ViewModels;
using OrchardCore.Users.Services;

namespace Market.Payments.Stripe.Settlements;

/// <summary>Gathers what a statement shows.</summary>
public sealed class StatementPages(
    SettlementStore settlements,
    IDistributionSales sales,
    ProducerTermsStore terms,
    TransferClerk transfers,
    IClientAccounts accounts,
    IMarketTerms market,
    IUserService users)
{
    /// <summary>All that the page and the mail of a statement say.</summary>
    public async Task<SettlementStatementViewModel> ReadAsync(SettlementStatement statement, bool maySettle)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var orders = await settlements.ListOrdersAsync(statement.StatementId);
        var distributions = new Dictionary<string, DistributionSales>(StringComparer.Ordinal);
        foreach (var distributionId in statement.Settlement.Distributions.Select(distribution => distribution.DistributionId).Append(statement.DistributionId))
        {
            if (await sales.FindAsync(distributionId) is { } found)
            {
                distributions[distributionId] = found;
            }
        }

        return new SettlementStatementViewModel
        {
            Statement = statement,
            Orders = orders,
            Distributions = distributions,
            Clients = await accounts.FindManyAsync([.. orders.Select(order => order.AccountId).Distinct(StringComparer.Ordinal)]),
            Account = new ProducerAccount(await settlements.ListAsync(statement.ProducerId, statement.IsLive), (await market.GetAsync()).Currency),
            MadeBy = (await users.GetUserByUniqueIdAsync(statement.MadeBy))?.UserName,
            MailAddress = (await terms.GetAsync()).GetValueOrDefault(statement.ProducerId)?.MailAddress,
            MaySettle = maySettle,
            IsOfMode = await transfers.FaultOfModeAsync(statement.IsLive) is null,
        };
    }
}
