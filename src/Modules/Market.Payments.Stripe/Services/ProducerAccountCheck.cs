using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Services;

/// <summary>Looks at Stripe whether money can be transferred to a connected account.</summary>
public sealed class ProducerAccountCheck(StripeGateway gateway, StripeWords words, IStringLocalizer<ProducerAccountCheck> S)
{
    /// <summary>Says what is wrong with an account.</summary>
    /// <returns>A sentence; null where nothing is.</returns>
    public async Task<string?> FindProblemAsync(string stripeAccountId)
    {
        var answer = await gateway.ReadAccountAsync(stripeAccountId);
        return answer.Fault switch
        {
            // Stripe does not tell an account that is somebody else's from one that does not exist.
            { Kind: StripeFaultKind.Unknown or StripeFaultKind.NotAllowed } => S["Stripe knows no such account that is connected to the market's, or the key may not read connected accounts."],
            { } fault => words.Fault(fault),
            null when answer.Body!.Value.Object("capabilities")?.Text("transfers") is not "active" =>
                S["Stripe does not transfer to this account yet: the producer has not given Stripe all it asks for."],
            null => null,
        };
    }
}
