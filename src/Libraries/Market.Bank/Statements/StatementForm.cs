namespace Market.Bank.Statements;

/// <summary>The forms of statements.</summary>
public enum StatementForm
{
    /// <summary>ISO 20022, camt.053 and camt.054.</summary>
    Camt,

    /// <summary>The French banks' records of 120 characters.</summary>
    Cfonb,

    /// <summary>SWIFT's customer statement.</summary>
    Mt940,

    /// <summary>Open Financial Exchange, 1 and 2.</summary>
    Ofx,
}
