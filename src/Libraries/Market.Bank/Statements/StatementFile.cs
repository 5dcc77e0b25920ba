using Market.Bank.Camt;
using Market.Bank.Cfonb;
using Market.Bank.Mt940;
using Market.Bank.Ofx;

namespace Market.Bank.Statements;

/// <summary>Reads a file of statements of whichever form it is, by what stands in it and not by its name.</summary>
public static class StatementFile
{
    /// <summary>The form of a file; none where it is no statement that is known.</summary>
    /// <param name="content">The file, in which one can go back. It is left where it stands.</param>
    public static StatementForm? FormOf(Stream content) => FileHead.Of(content).Form;

    /// <summary>What the file says; that it is of no known form, or what it is instead, where it is no statement.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static IEnumerable<StatementPart> Read(Stream content)
    {
        var head = FileHead.Of(content);
        return head.Form switch
        {
            StatementForm.Camt => CamtReader.Read(content),
            StatementForm.Cfonb => CfonbReader.Read(content),
            StatementForm.Mt940 => Mt940Reader.Read(content),
            StatementForm.Ofx => OfxReader.Read(content),
            _ => [new StatementPart.Broken(head.Fault ?? new StatementFault(StatementFaultReason.UnknownForm))],
        };
    }
}
