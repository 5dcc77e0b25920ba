namespace Market.Payments;

/// <summary>What members need to know to pay, as the market has set it. Each is none where it is not set.</summary>
public sealed record PaymentDetails
{
    /// <summary>To whom cheques are made out.</summary>
    public string? ChequePayee { get; init; }

    /// <summary>The holder of the account that transfers go to, as its bank knows it.</summary>
    public string? TransferHolder { get; init; }

    /// <summary>The IBAN of that account.</summary>
    public string? TransferIban { get; init; }

    /// <summary>The BIC of its bank, which transfers within the SEPA do not need.</summary>
    public string? TransferBic { get; init; }

    /// <summary>What the market calls its card terminal.</summary>
    public string? TerminalName { get; init; }
}
